package dev.lastcall.cli;

import java.util.concurrent.Callable;

/**
 * A command below {@code lastcall}, annotated for picocli.
 *
 * <p>Those of other jars are found by {@link java.util.ServiceLoader}: a jar on the class path is
 * enough to add one. {@link #call()} returns the exit code of the process: {@link #FINE}, {@link
 * #TROUBLE}, or it throws, which ends in {@link #NOT_RUN}.
 */
public interface Subcommand extends Callable<Integer> {
  /** The exit code if all is well. */
  int FINE = 0;

  /** The exit code if the command ran and found something wrong. */
  int TROUBLE = 1;

  /** The exit code if the command could not run, or was not understood. */
  int NOT_RUN = 2;
}
