package dev.lastcall.bench;

import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.crashlab.ChildJvmBuilder;
import dev.lastcall.crashlab.Ending;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that is measured. Its class path has only what it needs: looking for a class means
 * opening the jars before it.
 */
final class Child {
  /** The line that a child prints once there is nothing left for it to start. */
  static final String SERVING = "serving";

  private static final String FIGURE = "figure ";
  private static final Duration SETTLING = Duration.ofMillis(200);

  private final ChildJvm jvm;

  private Child(ChildJvm jvm) {
    this.jvm = jvm;
  }

  static ChildJvmBuilder of(Class<?> mainClass, Jdk jdk, Path folder, Class<?>... needed) {
    Set<String> path = new LinkedHashSet<>();
    path.add(placeOf(mainClass));
    for (Class<?> type : needed) {
      path.add(placeOf(type));
    }
    return ChildJvmBuilder.of(mainClass, folder)
        .java(jdk.home())
        .classPath(String.join(File.pathSeparator, path));
  }

  /** Starts a child that waits for a signal, and gives its own threads time to come to rest. */
  static Child serving(ChildJvmBuilder builder) {
    ChildJvm jvm = builder.start();
    jvm.awaitLine(SERVING);
    LockSupport.parkNanos(SETTLING.toNanos());
    return new Child(jvm);
  }

  /** Runs a child that ends by itself, and returns the figures that it has printed. */
  static Map<String, Double> figures(ChildJvmBuilder builder) throws IOException {
    try (ChildJvm jvm = builder.start()) {
      return figures(jvm.awaitEnding(), 0);
    }
  }

  /** Sends SIGTERM and returns the moment before. */
  long terminate() {
    long now = System.nanoTime();
    // Unlike Process.destroy, this leaves the streams open.
    jvm.process().toHandle().destroy();
    return now;
  }

  void awaitLine(String text) {
    jvm.awaitLine(text);
  }

  /** Waits for the end and returns the time since a moment, beside the figures printed. */
  Map<String, Double> end(long sinceNanos, int exitCode) throws IOException, InterruptedException {
    try (jvm) {
      jvm.process().waitFor();
      double gone = (System.nanoTime() - sinceNanos) / 1e6;
      Map<String, Double> figures = new LinkedHashMap<>();
      figures.put("", gone);
      figures.putAll(figures(jvm.awaitEnding(), exitCode));
      return figures;
    }
  }

  /** To be called in the child. */
  static void print(String name, double figure) {
    System.out.println(FIGURE + figure + " " + name);
  }

  private static Map<String, Double> figures(Ending ending, int exitCode) throws IOException {
    if (ending.exitCode() != exitCode) {
      throw new IOException(
          "ended with " + ending.exitCode() + ": " + ending.output() + ending.errors());
    }
    Map<String, Double> figures = new LinkedHashMap<>();
    for (String line : ending.output()) {
      if (line.startsWith(FIGURE)) {
        List<String> words = List.of(line.split(" ", 3));
        figures.put(words.get(2), Double.parseDouble(words.get(1)));
      }
    }
    return figures;
  }

  private static String placeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
