package org.segql.repl.launch;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/// Copies jars and makes of each `switch` over types a plain method. As compiled, the JVM makes a
/// hidden class of it at its first use, which the AOT cache of JDK 25 does not keep: some fifty of
/// them at every start.
final class SettleSwitches {
  private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.SwitchBootstraps");

  private SettleSwitches() {}

  /// @param arguments the folder that the new jars (of the same names) go to, and the jars
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    for (String jar : List.of(arguments).subList(1, arguments.length)) {
      copy(Path.of(jar), folder.resolve(Path.of(jar).getFileName()));
    }
  }

  private static void copy(Path jar, Path target) throws IOException {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try (JarFile old = new JarFile(jar.toFile());
        JarOutputStream settled = new JarOutputStream(Files.newOutputStream(part))) {
      for (Enumeration<JarEntry> entries = old.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        settled.putNextEntry(new JarEntry(entry.getName()));
        try (InputStream content = old.getInputStream(entry)) {
          byte[] bytes = content.readAllBytes();
          settled.write(entry.getName().endsWith(".class") ? settled(bytes) : bytes);
        }
        settled.closeEntry();
      }
    }
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
  }

  /// The class file with its switches over types settled; the same array where it has none.
  static byte[] settled(byte[] bytes) {
    var files =
        ClassFile.of(
            ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(SettleSwitches.class.getClassLoader())
                    .orElse(ClassHierarchyResolver.defaultResolver())));
    ClassModel type = files.parse(bytes);
    if (type.methods().stream().noneMatch(SettleSwitches::hasSwitch)) {
      return bytes;
    }
    List<InvokeDynamicInstruction> found = new ArrayList<>();
    ClassDesc owner = type.thisClass().asSymbol();
    boolean isInterface = type.flags().has(AccessFlag.INTERFACE);
    CodeTransform calls =
        (code, element) -> {
          if (element instanceof InvokeDynamicInstruction call && isTypeSwitch(call)) {
            code.invokestatic(owner, name(found.size()), call.typeSymbol(), isInterface);
            found.add(call);
          } else {
            code.with(element);
          }
        };
    return files.transformClass(
        type,
        ClassTransform.transformingMethodBodies(SettleSwitches::hasSwitch, calls)
            .andThen(
                ClassTransform.endHandler(
                    builder -> {
                      for (int i = 0; i < found.size(); i++) {
                        var call = found.get(i);
                        builder.withMethodBody(
                            name(i),
                            call.typeSymbol(),
                            ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                            code -> firstMatch(code, call));
                      }
                    })));
  }

  private static String name(int number) {
    return "switch$" + number;
  }

  private static boolean hasSwitch(MethodModel method) {
    return method.code().stream()
        .flatMap(code -> code.elementStream())
        .anyMatch(e -> e instanceof InvokeDynamicInstruction call && isTypeSwitch(call));
  }

  /// Whether it is a switch whose labels are types alone: others (constants of an enum, texts) are
  /// left as they are.
  private static boolean isTypeSwitch(InvokeDynamicInstruction call) {
    var bootstrap = call.bootstrapMethod();
    return bootstrap.owner().equals(BOOTSTRAPS)
        && bootstrap.methodName().equals("typeSwitch")
        && !call.typeSymbol().parameterType(0).isPrimitive()
        && call.bootstrapArgs().stream()
            .allMatch(label -> label instanceof ClassDesc type && !type.isPrimitive());
  }

  /// The first label at or after the second argument whose type the first argument is of; -1 for
  /// null and the number of labels where there is none, as SwitchBootstraps#typeSwitch gives them.
  private static void firstMatch(CodeBuilder code, InvokeDynamicInstruction call) {
    List<ClassDesc> labels = call.bootstrapArgs().stream().map(a -> (ClassDesc) a).toList();
    code.aload(0).ifThen(Opcode.IFNULL, none -> none.iconst_m1().ireturn());
    for (int i = 0; i < labels.size(); i++) {
      Label next = code.newLabel();
      code.iload(1).loadConstant(i).if_icmpgt(next);
      code.aload(0).instanceOf(labels.get(i)).ifeq(next);
      code.loadConstant(i).ireturn();
      code.labelBinding(next);
    }
    code.loadConstant(labels.size()).ireturn();
  }
}
