package org.segql.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.segql.result.Part;
import org.segql.session.Session;

/// Programs of EXPLAIN JAVA, compiled all in one run of the compiler, each in a package of its own.
public final class Programs {
  private final Path folder;
  private final List<String> sources = new ArrayList<>();

  public Programs(Path folder) {
    this.folder = folder;
  }

  /// Adds the program of a statement.
  ///
  /// @return its number
  public int add(Session session, String statement) {
    sources.add(text(session, statement));
    return sources.size() - 1;
  }

  public int add(String program) {
    sources.add(program);
    return sources.size() - 1;
  }

  String text(int program) {
    return sources.get(program);
  }

  static String text(Session session, String statement) {
    return session.run("EXPLAIN JAVA " + statement).orThrow().last().orElseThrow().parts().stream()
        .filter(Part.CodeBlock.class::isInstance)
        .map(p -> ((Part.CodeBlock) p).text())
        .findFirst()
        .orElseThrow();
  }

  public void compile() {
    var files = new ArrayList<JavaFileObject>();
    for (int i = 0; i < sources.size(); i++) {
      files.add(source(i));
    }
    var messages = new StringWriter();
    boolean compiled =
        ToolProvider.getSystemJavaCompiler()
            .getTask(
                messages,
                null,
                null,
                List.of(
                    "-Xlint:all,-processing,-path,-classfile",
                    "-Werror",
                    "-proc:none",
                    "-d",
                    folder.toString(),
                    "-classpath",
                    System.getProperty("java.class.path")),
                null,
                files)
            .call();
    assertThat(compiled).as(messages.toString()).isTrue();
  }

  private JavaFileObject source(int i) {
    String text = "package p" + i + ";\n" + sources.get(i);
    URI uri = URI.create("string:///p" + i + "/" + name(i) + ".java");
    return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignore) {
        return text;
      }
    };
  }

  private String name(int i) {
    return sources.get(i).replaceAll("(?s).*?public class (\\w+).*", "$1");
  }

  /// Runs a program's `main`.
  public void run(int i, String... arguments) throws Exception {
    try (var loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, Programs.class.getClassLoader())) {
      loader
          .loadClass("p" + i + "." + name(i))
          .getMethod("main", String[].class)
          .invoke(null, (Object) arguments);
    }
  }
}
