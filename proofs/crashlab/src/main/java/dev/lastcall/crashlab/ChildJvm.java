package dev.lastcall.crashlab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A JVM that runs one class as a process of its own, on the same Java and class path as the test.
 *
 * <p>Its output goes to files, so that it can be read at any time and never blocks the child.
 * Confined to one thread.
 */
public final class ChildJvm implements AutoCloseable {
  /**
   * How long anything may take before the laboratory gives up; generous, because test machines are
   * slow.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Process process;
  private final Path output;
  private final Path errors;
  private long clockStart = System.nanoTime();

  private ChildJvm(Process process, Path output, Path errors) {
    this.process = process;
    this.output = output;
    this.errors = errors;
  }

  static ChildJvm start(ProcessBuilder command, Path directory, boolean unread) {
    try {
      Path output = Files.createTempFile(directory, "child", ".out");
      Path errors = Files.createTempFile(directory, "child", ".err");
      if (!unread) {
        command.redirectOutput(output.toFile()).redirectError(errors.toFile());
      }
      return new ChildJvm(command.start(), output, errors);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Waits until the child has printed a line that contains a text, on either stream.
   *
   * @param text what to look for
   * @return this
   * @throws AssertionError if the child ends or too much time passes before
   */
  public ChildJvm awaitLine(String text) {
    await("a line with \"" + text + '"', () -> hasPrinted(text));
    return this;
  }

  /**
   * Waits until a condition holds.
   *
   * @param what the condition in words
   * @param condition asked again and again
   * @throws AssertionError if the child ends or too much time passes before
   */
  public void await(String what, BooleanSupplier condition) {
    long give = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (!process.isAlive() && !condition.getAsBoolean()) {
        throw new AssertionError("child ended before " + what + ": " + transcript());
      }
      if (System.nanoTime() - give > 0) {
        throw new AssertionError("no " + what + " within " + PATIENCE + ": " + transcript());
      }
      Pause.briefly();
    }
  }

  /**
   * Sends a signal.
   *
   * @param signal its name without SIG, such as {@code TERM}
   * @return this
   */
  public ChildJvm signal(String signal) {
    clockStart = System.nanoTime();
    Commands.run("kill", "-" + signal, Long.toString(process.pid()));
    return this;
  }

  /**
   * Waits for the child's end and kills it if it outlives a limit, as a kubelet would.
   *
   * @param limit from now
   * @return how it ended
   */
  public Ending awaitEnding(Duration limit) {
    try {
      boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      Duration elapsed = Duration.ofNanos(System.nanoTime() - clockStart);
      if (!ended) {
        process.destroyForcibly();
      }
      int exitCode = process.waitFor();
      return new Ending(exitCode, elapsed, !ended, lines(output), lines(errors));
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the child", interrupt);
    }
  }

  /**
   * Waits for the child's end for as long as the laboratory waits for anything.
   *
   * @return how it ended
   */
  public Ending awaitEnding() {
    return awaitEnding(PATIENCE);
  }

  /**
   * Tells whether the child has printed a line that contains a text, on either stream.
   *
   * @param text what to look for
   * @return a momentary value
   */
  public boolean hasPrinted(String text) {
    return lines(output).stream().anyMatch(line -> line.contains(text))
        || lines(errors).stream().anyMatch(line -> line.contains(text));
  }

  /**
   * Returns the process.
   *
   * @return the child as the operating system sees it
   */
  public Process process() {
    return process;
  }

  /** Kills the child if it still runs. */
  @Override
  @SuppressWarnings(
      "lastcall:LC0301") // a killed child ends at once, unless the machine stands still
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }

  private String transcript() {
    return "\nstdout " + lines(output) + "\nstderr " + lines(errors);
  }

  private static List<String> lines(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
