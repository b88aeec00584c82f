package dev.lastcall.cli;

import static dev.lastcall.api.CleanupSpec.named;

import dev.lastcall.durable.DeleteFile;
import dev.lastcall.durable.DurableHandlerProvider;
import dev.lastcall.durable.DurableHandlers;
import dev.lastcall.durable.RunCommand;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The handlers of {@code lastcall reap}: those of the class path, then the ones that need none. */
final class ReapHandlers implements DurableHandlerProvider {
  private static final Duration COMMAND_BOUND = Duration.ofSeconds(30);

  private final List<Path> classPath;
  private final @Nullable Path root;
  private final boolean allowCommands;

  ReapHandlers(List<Path> classPath, @Nullable Path root, boolean allowCommands) {
    this.classPath = List.copyOf(classPath);
    this.root = root;
    this.allowCommands = allowCommands;
  }

  @Override
  public void provide(DurableHandlers handlers) {
    try {
      providers().forEach(provider -> provider.provide(handlers));
    } catch (ServiceConfigurationError | LinkageError broken) {
      throw new IllegalArgumentException(
          "--classpath: " + broken.getMessage() + " (expected: providers that can be loaded)",
          broken);
    }
    if (root != null && !handlers.has(DeleteFile.NAME)) {
      handlers.add(named(DeleteFile.NAME), DeleteFile.under(root));
    }
    if (allowCommands && !handlers.has(RunCommand.NAME)) {
      handlers.add(named(RunCommand.NAME).within(COMMAND_BOUND), RunCommand.any());
    }
  }

  /** The loader stays open as long as the process, because handlers load classes when they run. */
  private ServiceLoader<DurableHandlerProvider> providers() {
    URL[] urls = classPath.stream().map(ReapHandlers::url).toArray(URL[]::new);
    ClassLoader loader = new URLClassLoader(urls, ReapHandlers.class.getClassLoader());
    return ServiceLoader.load(DurableHandlerProvider.class, loader);
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException noUrl) {
      throw new IllegalArgumentException(
          "--classpath: " + path + " (expected: a jar or a folder)", noUrl);
    }
  }
}
