package dev.lastcall.recorder;

import dev.lastcall.api.ExitReport;
import java.util.Optional;

/**
 * How a process ended, as its recorder tells it. Immutable and thread-safe.
 *
 * <p>What ended it is for the exit code to say: SIGKILL, a crash and a halt at the deadline leave
 * the same record, which is none.
 */
public sealed interface RecordedExit {
  /** {@return which process} */
  RecordedProcess process();

  /**
   * Its exit came to its end, well or not: the report says which.
   *
   * @param process which process
   * @param report what the exit did
   * @param omitted cleanups that did not fit into the record
   */
  record Ended(RecordedProcess process, ExitReport report, int omitted) implements RecordedExit {}

  /**
   * It was killed while its exit ran.
   *
   * @param process which process
   * @param progress how far the exit had come at the last sign of life
   */
  record KilledInExit(RecordedProcess process, ExitProgress progress) implements RecordedExit {}

  /**
   * It was killed before any exit began: no signal reached it, or none that it could act on.
   *
   * @param process which process
   */
  record KilledWithoutExit(RecordedProcess process) implements RecordedExit {}

  /**
   * It lives.
   *
   * @param process which process
   * @param progress how far its exit has come, empty if none has begun
   */
  record StillRunning(RecordedProcess process, Optional<ExitProgress> progress)
      implements RecordedExit {}

  /**
   * Its recorder was closed before any exit began; what happened then is not on record.
   *
   * @param process which process
   */
  record Closed(RecordedProcess process) implements RecordedExit {}
}
