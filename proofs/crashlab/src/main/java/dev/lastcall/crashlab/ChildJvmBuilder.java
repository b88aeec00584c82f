package dev.lastcall.crashlab;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says how a child JVM is started. Not thread-safe. */
public final class ChildJvmBuilder {
  private final String mainClass;
  private final Path directory;
  private final List<String> prefix = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private final List<String> arguments = new ArrayList<>();
  private final Map<String, String> environment = new TreeMap<>();
  private Path java = Path.of(System.getProperty("java.home"));
  private String classPath = System.getProperty("java.class.path");
  private boolean unreadOutput;

  private ChildJvmBuilder(String mainClass, Path directory) {
    this.mainClass = mainClass;
    this.directory = directory;
  }

  /**
   * Begins to describe a child.
   *
   * @param mainClass the class to run
   * @param directory the child's working directory
   * @return the description
   */
  public static ChildJvmBuilder of(Class<?> mainClass, Path directory) {
    return new ChildJvmBuilder(mainClass.getName(), directory);
  }

  /**
   * Adds JVM options.
   *
   * @param more such as {@code -Xmx64m}
   * @return this
   */
  public ChildJvmBuilder options(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  /**
   * Adds program arguments.
   *
   * @param more passed to {@code main}
   * @return this
   */
  public ChildJvmBuilder arguments(String... more) {
    arguments.addAll(List.of(more));
    return this;
  }

  /**
   * Sets an environment variable.
   *
   * @param name its name
   * @param value its value
   * @return this
   */
  public ChildJvmBuilder environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /**
   * Chooses another JDK than the one that runs this.
   *
   * @param home its folder
   * @return this
   */
  public ChildJvmBuilder java(Path home) {
    java = home;
    return this;
  }

  /**
   * Chooses another class path than that of the process that runs this.
   *
   * @param path as {@code java -cp} takes it
   * @return this
   */
  public ChildJvmBuilder classPath(String path) {
    classPath = path;
    return this;
  }

  /**
   * Puts a command in front of {@code java}; it has to replace itself by its arguments, so that the
   * process id stays.
   *
   * @param command such as {@code nohup}
   * @return this
   */
  public ChildJvmBuilder startedBy(String... command) {
    prefix.addAll(List.of(command));
    return this;
  }

  /**
   * Connects the child's output to pipes that nobody reads.
   *
   * @return this
   */
  public ChildJvmBuilder unreadOutput() {
    unreadOutput = true;
    return this;
  }

  /**
   * Starts the child.
   *
   * @return the running child
   */
  public ChildJvm start() {
    List<String> command = new ArrayList<>(prefix);
    command.add(java.resolve("bin/java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(absolute(classPath));
    command.add(mainClass);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().putAll(environment);
    return ChildJvm.start(builder, directory, unreadOutput);
  }

  /** The child is started elsewhere. */
  private static String absolute(String classPath) {
    return Stream.of(classPath.split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
