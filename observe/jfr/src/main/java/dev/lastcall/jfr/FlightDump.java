package dev.lastcall.jfr;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitListener;
import dev.lastcall.api.FlushTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/**
 * Writes running flight recordings to their files while the exit can still wait for it.
 *
 * <p>The JVM would write them in a shutdown hook, beside all others and not at all if the process
 * halts. As a flush target this writes every recording that has a file or is dumped on exit, and as
 * a listener it writes them once more when the exit has ended, so that its last events are in them.
 * A file is replaced in one step: it is always a whole recording. What this has written the JVM
 * does not write again. Thread-safe.
 */
public final class FlightDump implements FlushTarget, ExitListener {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy_MM_dd_HH_mm_ss");
  private static final Duration LAST = Duration.ofSeconds(1);

  private final Map<Long, Path> files = new ConcurrentHashMap<>();

  private FlightDump() {}

  /**
   * Makes one, to be added both as a flush target and as a listener.
   *
   * @return the target
   */
  public static FlightDump create() {
    return new FlightDump();
  }

  /**
   * Writes the recordings.
   *
   * @throws IOException if one could not be written; the others have been
   * @throws TimeoutException if the deadline came before all were written
   */
  @Override
  public void flush(Deadline deadline) throws Exception {
    each(deadline, this::write);
  }

  /** Writes the recordings beside their files, and deletes that again. */
  @Override
  public void rehearse(Deadline deadline) throws Exception {
    each(deadline, this::tryOut);
  }

  @Override
  public void onEvent(ExitEvent event) {
    if (event instanceof ExitEvent.ExitEnded) {
      try {
        each(Deadline.after(LAST), this::write);
      } catch (RuntimeException unchecked) {
        throw unchecked;
      } catch (Exception failure) {
        throw new IllegalStateException("flight recording not written at the end", failure);
      }
    }
  }

  /** What is done with a recording. */
  @FunctionalInterface
  private interface Step {
    Path apply(Recording recording) throws Exception;
  }

  private void each(Deadline deadline, Step step) throws Exception {
    Exception first = null;
    for (Recording recording : recordings()) {
      try {
        if (deadline.isExpired()) {
          throw new TimeoutException("recording: " + recording.getName() + " not written in time");
        }
        step.apply(recording);
      } catch (Exception failure) {
        first = Objects.requireNonNullElse(first, failure);
      }
    }
    if (first != null) {
      throw first;
    }
  }

  /** Those that run and have a file, or are to get one. */
  private List<Recording> recordings() {
    if (!FlightRecorder.isInitialized()) {
      return List.of();
    }
    return FlightRecorder.getFlightRecorder().getRecordings().stream()
        .filter(recording -> recording.getState() == RecordingState.RUNNING)
        .filter(recording -> isToBeWritten(recording))
        .toList();
  }

  private boolean isToBeWritten(Recording recording) {
    Path file = recording.getDestination();
    if (file == null) {
      return recording.getDumpOnExit() || files.containsKey(recording.getId());
    }
    return Files.isRegularFile(file) || Files.notExists(file); // not a pipe
  }

  private Path write(Recording recording) throws IOException {
    Path file = file(recording);
    try (PartFile part = new PartFile(part(file))) {
      recording.dump(part.path());
      Files.move(part.path(), file, StandardCopyOption.ATOMIC_MOVE);
    }
    files.put(recording.getId(), file);
    leaveNothingToTheJvm(recording);
    return file;
  }

  private Path tryOut(Recording recording) throws IOException {
    try (PartFile part = new PartFile(part(file(recording)))) {
      recording.dump(part.path());
      return part.path();
    }
  }

  /** It would append all of the recording to the file, in which it is already. */
  private static void leaveNothingToTheJvm(Recording recording) throws IOException {
    recording.setDumpOnExit(false);
    recording.setDestination(null);
  }

  private static Path part(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".part");
  }

  private Path file(Recording recording) throws IOException {
    Path file = recording.getDestination();
    if (file == null) {
      return files.computeIfAbsent(recording.getId(), FlightDump::nameOfTheJvm);
    }
    return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
  }

  /** The name that the JVM gives to the file of a recording that has none. */
  private static Path nameOfTheJvm(long id) {
    return Path.of(
            "hotspot-pid-%d-id-%d-%s.jfr"
                .formatted(ProcessHandle.current().pid(), id, TIME.format(LocalDateTime.now())))
        .toAbsolutePath();
  }
}
