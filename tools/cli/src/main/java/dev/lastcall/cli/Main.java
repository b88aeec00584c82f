package dev.lastcall.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;

/**
 * The door into the command {@code lastcall}.
 *
 * <p>Exit codes: 0 if all is well, 1 if an exit did not go as it should or something was found, 2
 * if the command could not run.
 */
public final class Main {
  private Main() {}

  /**
   * Runs the command and ends the process with its exit code.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    Terminal terminal = Terminal.of(System.getenv());
    PrintWriter out = writer(FileDescriptor.out, terminal);
    PrintWriter err = writer(FileDescriptor.err, terminal);
    int code = Subcommand.NOT_RUN;
    try {
      code = LastcallCommand.run(terminal, out, err, arguments);
    } catch (OutOfMemoryError tooLarge) {
      err.println("memory: not enough (expected: a larger heap, java -Xmx…, or less to read)");
    }
    out.flush();
    err.flush();
    System.exit(code);
  }

  private static PrintWriter writer(FileDescriptor stream, Terminal terminal) {
    return new PrintWriter(new FileOutputStream(stream), true, terminal.charset());
  }
}
