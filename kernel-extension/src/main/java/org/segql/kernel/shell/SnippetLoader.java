package org.segql.kernel.shell;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.cert.Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import jdk.jshell.spi.ExecutionControl.EngineTerminationException;
import jdk.jshell.spi.ExecutionControl.InternalException;

/// Loads the classes of snippets, and those of jars that `%classpath` and `%maven` add; both go
/// through {@link Weaver}, so that a library cannot end the process either.
final class SnippetLoader implements LoaderDelegate {
  private final Weaver weaver = new Weaver();
  private final Loader loader = new Loader();

  private final class Loader extends URLClassLoader {
    private final Map<String, byte[]> snippets = new ConcurrentHashMap<>();

    Loader() {
      super("cells", new URL[0], SnippetLoader.class.getClassLoader());
    }

    @Override
    protected void addURL(URL url) {
      super.addURL(url);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] snippet = snippets.remove(name);
      if (snippet != null) {
        return defineClass(name, snippet, 0, snippet.length);
      }
      URL place = findResource(name.replace('.', '/') + ".class");
      byte[] refusing = place == null ? null : weaver.refusing(read(place, name), this);
      if (refusing == null) {
        return super.findClass(name);
      }
      int end = name.lastIndexOf('.');
      if (end > 0 && getDefinedPackage(name.substring(0, end)) == null) {
        definePackage(name.substring(0, end), null, null, null, null, null, null, null);
      }
      var source = new CodeSource(place, (Certificate[]) null);
      return defineClass(name, refusing, 0, refusing.length, source);
    }

    private static byte[] read(URL place, String name) throws ClassNotFoundException {
      try (InputStream in = place.openStream()) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  @Override
  public void load(ClassBytecodes[] classes)
      throws ClassInstallException, EngineTerminationException {
    var woven =
        weaver.weave(java.util.Arrays.stream(classes).map(ClassBytecodes::bytecodes).toList());
    boolean[] loaded = new boolean[classes.length];
    for (int i = 0; i < classes.length; i++) {
      loader.snippets.put(classes[i].name(), woven.get(i));
    }
    try {
      for (int i = 0; i < classes.length; i++) {
        var loadedClass = loader.loadClass(classes[i].name());
        loaded[i] = true;
        // Prepares it, so that what is wrong with it is known now.
        loadedClass.getDeclaredMethods();
      }
    } catch (ClassNotFoundException | LinkageError e) {
      throw new ClassInstallException("load: " + e.getMessage(), loaded);
    }
  }

  @Override
  public void classesRedefined(ClassBytecodes[] classes) {
    // Snippets get new names; nothing is defined twice.
  }

  @Override
  public void addToClasspath(String path) throws InternalException {
    try {
      for (String one : path.split(java.io.File.pathSeparator)) {
        loader.addURL(Path.of(one).toUri().toURL());
      }
    } catch (MalformedURLException e) {
      throw new InternalException(e.toString());
    }
  }

  @Override
  public Class<?> findClass(String name) throws ClassNotFoundException {
    return loader.loadClass(name);
  }

  /// The loader, for what looks classes up by the thread's.
  ClassLoader classLoader() {
    return loader;
  }
}
