package dev.lastcall.durable;

import dev.lastcall.api.Arguments;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs the command that the payload names.
 *
 * <p>The payload is the command and its arguments, each on a line of its own, or a JSON array of
 * strings; no shell reads it. The command finds {@code LASTCALL_IDEMPOTENCY_KEY} and {@code
 * LASTCALL_ATTEMPT} in its environment. It has to end with 0 inside the handler's bound; at the
 * bound it is killed with its children. What it prints is dropped, what it prints to its standard
 * error goes where that of this process goes. Whoever may write to the folder of the durable
 * cleanups decides what is run. Thread-safe.
 */
public final class RunCommand implements DurableHandler {
  /** The name under which {@code lastcall reap} knows it. */
  public static final String NAME = "run-command";

  private RunCommand() {}

  /**
   * Returns the handler.
   *
   * @return a handler that runs whatever an intent says
   */
  public static RunCommand any() {
    return new RunCommand();
  }

  @Override
  public void clean(DurableIntent intent) throws Exception {
    List<String> command = words(intent.text());
    Process process = start(command, intent);
    try {
      if (!process.waitFor(intent.deadline().remainingNanos(), TimeUnit.NANOSECONDS)) {
        throw new TimeoutException(command.get(0) + " had not ended in time and was killed");
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException(command.get(0) + " ended with " + process.exitValue());
    }
  }

  private static Process start(List<String> command, DurableIntent intent) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("LASTCALL_IDEMPOTENCY_KEY", intent.idempotencyKey());
    builder.environment().put("LASTCALL_ATTEMPT", Integer.toString(intent.attempt()));
    Process process = builder.start();
    process.getOutputStream().close(); // nobody will tell it anything
    return process;
  }

  private static List<String> words(String text) {
    List<String> words =
        text.stripLeading().startsWith("[")
            ? JsonStrings.parse(text)
            : text.lines().filter(line -> !line.isEmpty()).toList();
    if (words.isEmpty()) {
      throw Arguments.refusal(
          "command", '"' + text + '"', "a command, and its arguments on lines of their own");
    }
    return words;
  }
}
