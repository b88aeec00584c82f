package dev.lastcall.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.Outcome;
import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.crashlab.ChildJvmBuilder;
import dev.lastcall.recorder.RecordedProgram.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What the tests that kill a {@link RecordedProgram} have in common. */
final class Killed {
  private Killed() {}

  static ChildJvmBuilder program(Path folder, Place place, long seed) {
    return ChildJvmBuilder.of(RecordedProgram.class, folder)
        .arguments(place.name(), Long.toString(seed));
  }

  /** Waits until the pulse has said of a moment that lies behind the present one. */
  static void awaitSign(ChildJvm child, Path folder, long millis) {
    child.await(
        "a sign of life at " + millis + " ms",
        () ->
            last(folder) instanceof RecordedExit.StillRunning running
                && running.progress().isPresent()
                && running.progress().get().lastSign().toMillis() >= millis);
  }

  static RecordedExit last(Path folder) {
    try {
      return RecordedExits.in(folder.resolve(RecordedProgram.RECORDER)).last().orElseThrow();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static ExitProgress progress(Path folder) {
    RecordedExit exit = last(folder);
    assertThat(exit).isInstanceOf(RecordedExit.KilledInExit.class);
    return ((RecordedExit.KilledInExit) exit).progress();
  }

  static List<String> names(List<CleanupProgress> cleanups) {
    return cleanups.stream().map(CleanupProgress::name).toList();
  }

  /** The outcomes as words, such as {@code http completed}. */
  static List<String> ended(ExitProgress progress) {
    return progress.cleanups().stream()
        .filter(cleanup -> cleanup.outcome().isPresent())
        .map(cleanup -> cleanup.name() + " " + cleanup.outcome().map(Outcome::word).orElseThrow())
        .toList();
  }

  static List<String> truth(Path folder, String what) {
    try {
      return Files.readAllLines(folder.resolve(RecordedProgram.TRUTH)).stream()
          .filter(line -> line.startsWith(what + " "))
          .map(line -> line.substring(what.length() + 1))
          .collect(Collectors.toList());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
