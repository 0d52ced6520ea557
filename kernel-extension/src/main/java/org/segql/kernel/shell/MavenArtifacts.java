package org.segql.kernel.shell;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/// Artifacts from Maven repositories, with the user's own settings (mirrors, proxies, credentials,
/// local repository).
final class MavenArtifacts {
  private final List<RemoteRepository> repositories = new ArrayList<>();

  /// Why artifacts are not to be had, in a sentence.
  static final class Unresolved extends Exception {
    Unresolved(String message) {
      super(message);
    }
  }

  void addRepository(String id, String url) {
    repositories.add(new RemoteRepository.Builder(id, "default", url).build());
  }

  /// The jars of artifacts and of all that they need at run time.
  ///
  /// @param coordinates `group:artifact:version`, also with extension and classifier as Maven
  ///   Resolver writes them
  List<Path> resolve(List<String> coordinates) throws Unresolved {
    var overrides = ContextOverrides.create().withUserSettings(true).build();
    try (Context context = Runtimes.INSTANCE.getRuntime().create(overrides)) {
      var all = new ArrayList<>(context.remoteRepositories());
      all.addAll(
          context
              .repositorySystem()
              .newResolutionRepositories(context.repositorySystemSession(), repositories));
      // As dependencies of nothing: of a root, what is optional or for its tests would come too.
      var wanted =
          coordinates.stream().map(c -> new Dependency(new DefaultArtifact(c), "runtime")).toList();
      var collect = new CollectRequest(wanted, List.of(), all);
      return context
          .repositorySystem()
          .resolveDependencies(
              context.repositorySystemSession(), new DependencyRequest(collect, null))
          .getArtifactResults()
          .stream()
          .map(r -> r.getArtifact().getFile().toPath())
          .toList();
    } catch (IllegalArgumentException e) {
      throw new Unresolved("Write `%maven group:artifact:version`. " + e.getMessage());
    } catch (DependencyResolutionException e) {
      throw new Unresolved(String.valueOf(e.getMessage()));
    }
  }
}
