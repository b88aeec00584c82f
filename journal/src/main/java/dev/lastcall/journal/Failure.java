package dev.lastcall.journal;

import dev.lastcall.api.Finding;
import dev.lastcall.api.Finding.Severity;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Why a journal has given up; the first reason counts, and is told once. Thread-safe. */
final class Failure {
  private static final String ADVICE =
      "the process goes on without it; give the folder space and permissions, for it alone";

  private final Path folder;
  private final Consumer<Finding> receiver;
  private final AtomicReference<@Nullable Finding> finding = new AtomicReference<>();

  Failure(Path folder, Consumer<Finding> receiver) {
    this.folder = folder;
    this.receiver = receiver;
  }

  void of(Throwable cause) {
    of(cause.toString());
  }

  void of(String reason) {
    Finding first =
        new Finding(
            "journal-gave-up",
            Severity.ERROR,
            "journal " + folder + " keeps no more records: " + reason,
            ADVICE);
    if (finding.compareAndSet(null, first)) {
      try {
        receiver.accept(first);
      } catch (Throwable ignored) {
        // A receiver that fails must not cost more than its own news.
      }
    }
  }

  Optional<Finding> finding() {
    return Optional.ofNullable(finding.get());
  }
}
