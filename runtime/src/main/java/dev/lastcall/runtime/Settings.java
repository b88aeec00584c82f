package dev.lastcall.runtime;

import dev.lastcall.api.CleanupAdmission;
import dev.lastcall.api.ExitListener;
import dev.lastcall.api.Mode;
import dev.lastcall.api.TraceContext;
import dev.lastcall.flush.LastGasp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the builder was told, already checked one by one. Confined to the thread that builds. */
final class Settings {
  Optional<Duration> gracePeriod = Optional.empty();
  Duration preStop = Duration.ZERO;
  Duration flushReserve = LastGasp.DEFAULT_FLUSH;
  Mode mode = Mode.PERMISSIVE;
  Optional<Duration> preDrain = Optional.empty();
  Optional<Duration> quietPeriod = Optional.empty();
  Optional<Duration> drainAtMost = Optional.empty();
  OptionalInt endpoint = OptionalInt.empty();
  Optional<Path> reportDirectory = Optional.empty();
  Optional<Path> terminationMessage = Optional.empty();
  ExitCodes exitCodes = ExitCodes.defaults();
  TraceContext traceContext = TraceContext.none();
  List<ExitListener> listeners = new ArrayList<>();
  List<ExitListener> recorders = new ArrayList<>();
  List<CleanupAdmission> admissions = new ArrayList<>();
  OptionalInt workers = OptionalInt.empty();
  Optional<String> version = Optional.empty();
  boolean quiet;
}
