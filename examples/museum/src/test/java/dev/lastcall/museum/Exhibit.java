package dev.lastcall.museum;

import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.crashlab.ChildJvmBuilder;
import dev.lastcall.crashlab.Ending;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Runs one program of the museum in one of its forms, as a process of its own. */
final class Exhibit {
  /** Far above what any ending takes, far below for ever. */
  private static final Duration FOR_EVER = Duration.ofSeconds(8);

  private final ChildJvmBuilder child;

  private Exhibit(ChildJvmBuilder child) {
    this.child = child;
  }

  static Exhibit of(Class<?> program, Form form, Path directory, String... options) {
    return new Exhibit(
        ChildJvmBuilder.of(program, directory)
            .options(options)
            .arguments(form.name().toLowerCase(Locale.ROOT)));
  }

  Ending runToItsEnd() {
    try (ChildJvm running = child.start()) {
      return running.awaitEnding();
    }
  }

  Ending serveAndTerminate() {
    try (ChildJvm running = child.start()) {
      return running.awaitLine("serving").signal("TERM").awaitEnding();
    }
  }

  Ending serveAndTerminateButNotForEver() {
    try (ChildJvm running = child.start()) {
      return running.awaitLine("serving").signal("TERM").awaitEnding(FOR_EVER);
    }
  }
}
