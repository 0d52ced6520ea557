package org.segql.kernel.shell;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MethodRefEntry;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rewrites compiled snippets: a call of {@link CellGuard#check} at each method's start and before
/// each jump back, so that an endless loop can be stopped; calls that would end the process go to
/// {@link CellGuard#exit}, in classes of added jars too. A call by reflection goes unseen.
final class Weaver {
  private static final ClassDesc GUARD = CellGuard.class.describeConstable().orElseThrow();
  private static final MethodTypeDesc EXIT =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
  private static final ClassDesc RUNTIME = Runtime.class.describeConstable().orElseThrow();

  /// What is known of snippet classes, which no class loader could be asked for while they are
  /// woven.
  private final Map<ClassDesc, ClassHierarchyResolver.ClassHierarchyInfo> snippets =
      new HashMap<>();

  private final ClassFile classFile =
      ClassFile.of(
          ClassFile.ClassHierarchyResolverOption.of(
              ((ClassHierarchyResolver) snippets::get)
                  .orElse(ClassHierarchyResolver.defaultResolver())));

  /// The woven forms of classes that are loaded together, in their order.
  List<byte[]> weave(List<byte[]> classes) {
    var models = classes.stream().map(classFile::parse).toList();
    models.forEach(this::remember);
    var woven = new ArrayList<byte[]>();
    for (var model : models) {
      woven.add(
          classFile.transformClass(
              model, ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(Body::new))));
    }
    return woven;
  }

  /// A class of a library with its calls that would end the process refused; null where it has
  /// none, or cannot be rewritten.
  byte @Nullable [] refusing(byte[] bytes, ClassLoader loader) {
    try {
      var model = classFile.parse(bytes);
      boolean ends = false;
      for (var entry : model.constantPool()) {
        ends |=
            entry instanceof MethodRefEntry method
                && endsProcess(method.owner().asInternalName(), method.name().stringValue());
      }
      if (!ends) {
        return null;
      }
      var resolver =
          ClassHierarchyResolver.ofResourceParsing(loader)
              .orElse(ClassHierarchyResolver.defaultResolver());
      CodeTransform exits =
          (builder, element) -> {
            if (element instanceof InvokeInstruction call && endsProcess(call)) {
              refuse(builder, call);
            } else {
              builder.with(element);
            }
          };
      return ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(resolver))
          .transformClass(model, ClassTransform.transformingMethodBodies(exits));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean endsProcess(InvokeInstruction call) {
    return endsProcess(call.owner().asInternalName(), call.name().stringValue());
  }

  private static boolean endsProcess(String owner, String name) {
    return switch (owner) {
      case "java/lang/System" -> name.equals("exit");
      case "java/lang/Runtime" -> name.equals("exit") || name.equals("halt");
      default -> false;
    };
  }

  private static void refuse(CodeBuilder builder, InvokeInstruction call) {
    boolean onRuntime = call.owner().asSymbol().equals(RUNTIME);
    builder.invokestatic(GUARD, "exit", onRuntime ? EXIT.insertParameterTypes(0, RUNTIME) : EXIT);
  }

  private void remember(ClassModel model) {
    boolean isInterface = model.flags().has(java.lang.reflect.AccessFlag.INTERFACE);
    snippets.put(
        model.thisClass().asSymbol(),
        isInterface
            ? ClassHierarchyResolver.ClassHierarchyInfo.ofInterface()
            : ClassHierarchyResolver.ClassHierarchyInfo.ofClass(
                model.superclass().map(ClassEntry::asSymbol).orElse(ConstantDescs.CD_Object)));
  }

  /// One method's code.
  private static final class Body implements CodeTransform {
    private final Set<Label> seen = new HashSet<>();

    @Override
    public void atStart(CodeBuilder builder) {
      check(builder);
    }

    @Override
    public void accept(CodeBuilder builder, CodeElement element) {
      switch (element) {
        case LabelTarget target -> {
          seen.add(target.label());
          builder.with(target);
        }
        case BranchInstruction branch when seen.contains(branch.target()) -> {
          check(builder);
          builder.with(branch);
        }
        case InvokeInstruction call when endsProcess(call) -> refuse(builder, call);
        default -> builder.with(element);
      }
    }

    private static void check(CodeBuilder builder) {
      builder.invokestatic(GUARD, "check", ConstantDescs.MTD_void);
    }
  }
}
