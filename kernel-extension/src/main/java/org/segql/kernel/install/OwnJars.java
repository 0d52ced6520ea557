package org.segql.kernel.install;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.segql.kernel.KernelMain;

/// The classes that this program runs on, as jars of their own in a folder.
final class OwnJars {
  static final String MAIN = "segql-kernel.jar";

  private static final Pattern NATIVE = Pattern.compile("\\.(?:so|dylib|dll)(?:_|$)");

  private OwnJars() {}

  /// What is on the class path, jars named in manifests included.
  static List<Path> classPath() throws IOException {
    var found = new LinkedHashSet<Path>();
    var queue = new ArrayDeque<Path>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!entry.isEmpty()) {
        queue.add(Path.of(entry).toAbsolutePath().normalize());
      }
    }
    while (!queue.isEmpty()) {
      Path next = queue.poll();
      if (Files.exists(next) && found.add(next) && Files.isRegularFile(next)) {
        queue.addAll(namedInManifest(next));
      }
    }
    return List.copyOf(found);
  }

  /// What tells this program on this Java from any other: what it consists of, how large and how
  /// old.
  static String stamp() throws IOException {
    var text = new StringBuilder(System.getProperty("java.home")).append('\n');
    text.append(Runtime.version()).append('\n');
    for (Path path : classPath()) {
      text.append(path).append(' ').append(Files.size(path)).append(' ');
      text.append(Files.getLastModifiedTime(path).toMillis()).append('\n');
    }
    return text.toString();
  }

  private static List<Path> namedInManifest(Path jar) throws IOException {
    try (var file = new JarFile(jar.toFile())) {
      var manifest = file.getManifest();
      String names =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      if (names == null) {
        return List.of();
      }
      var paths = new ArrayList<Path>();
      for (String name : names.strip().split("\\s+")) {
        paths.add(Path.of(jar.toUri().resolve(name)).normalize());
      }
      return paths;
    }
  }

  /// Puts all classes into a folder, and a jar {@link #MAIN} that starts the kernel with them.
  static void copyTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    Set<String> names = new LinkedHashSet<>();
    for (Path source : classPath()) {
      String name = uniqueName(source, names);
      if (Files.isDirectory(source)) {
        pack(source, folder.resolve(name));
      } else {
        linkOrCopy(source, folder.resolve(name));
      }
    }
    copyLibrariesBeside(folder);
    var manifest = new Manifest();
    var attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, KernelMain.class.getName());
    attributes.put(Attributes.Name.CLASS_PATH, String.join(" ", names));
    try (OutputStream out = Files.newOutputStream(folder.resolve(MAIN))) {
      new JarOutputStream(out, manifest).close();
    }
  }

  /// Native libraries that lie unpacked beside the jars that load them.
  private static void copyLibrariesBeside(Path folder) throws IOException {
    var from = new LinkedHashSet<Path>();
    classPath().stream().filter(Files::isRegularFile).map(Path::getParent).forEach(from::add);
    for (Path source : from) {
      try (var files = Files.list(source)) {
        for (Path file :
            files.filter(f -> NATIVE.matcher(f.getFileName().toString()).find()).toList()) {
          linkOrCopy(file, folder.resolve(file.getFileName().toString()));
        }
      }
    }
  }

  /// A file name that no other has, of characters that need no escapes in a manifest.
  private static String uniqueName(Path source, Set<String> taken) {
    String base = source.getFileName().toString().replaceAll("[^A-Za-z0-9._-]", "_");
    String stem = base.endsWith(".jar") ? base.substring(0, base.length() - 4) : base;
    String name = stem + ".jar";
    for (int i = 2; !taken.add(name); i++) {
      name = stem + "-" + i + ".jar";
    }
    return name;
  }

  /// Libraries of some hundred megabytes need no second copy on the same disk; our own jars are
  /// rebuilt in place and do.
  private static void linkOrCopy(Path source, Path target) throws IOException {
    if (!source.getFileName().toString().startsWith("segql")) {
      try {
        Files.createLink(target, source.toRealPath());
        return;
      } catch (IOException | UnsupportedOperationException e) {
        // Another disk, or one without links: a copy.
      }
    }
    Files.copy(source, target);
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        var files = Files.walk(classes)) {
      files
          .filter(Files::isRegularFile)
          .sorted()
          .forEach(
              file -> {
                try {
                  String name =
                      classes.relativize(file).toString().replace(File.separatorChar, '/');
                  out.putNextEntry(new ZipEntry(name));
                  Files.copy(file, out);
                  out.closeEntry();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
