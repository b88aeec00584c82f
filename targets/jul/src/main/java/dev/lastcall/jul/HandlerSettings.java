package dev.lastcall.jul;

import dev.lastcall.api.Arguments;
import dev.lastcall.journal.WhenFull;
import dev.lastcall.spool.LogEntry;
import dev.lastcall.spool.OutletSink;
import dev.lastcall.spool.Spool;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/** What the builder or the properties said. Confined to the thread that reads them. */
final class HandlerSettings {
  final Path folder;
  final List<Handler> behind = new ArrayList<>();
  @Nullable Path file;
  @Nullable Filter filter;
  Level level = Level.ALL;
  Formatter formatter = new SimpleFormatter();
  Charset encoding = StandardCharsets.UTF_8;
  boolean includesCaller = true;
  long capacityBytes;
  int segmentBytes;
  WhenFull whenFull = WhenFull.REFUSE;
  Duration flushTimeout = Duration.ofSeconds(5);

  HandlerSettings(Path folder) {
    this.folder = folder;
  }

  /** Refuses what would deliver nowhere. */
  HandlerSettings checked() {
    if (file == null && behind.isEmpty()) {
      throw Arguments.refusal("file, handlers", "none", "a file or a handler behind the journal");
    }
    return this;
  }

  /** Begins the spool that they describe. */
  Spool.Builder spool(OutletSink sink) {
    Spool.Builder builder =
        Spool.in(folder, LogEntry.CONTENT, sink).named("jul").whenFull(whenFull);
    if (capacityBytes > 0) {
      builder.capacityBytes(capacityBytes);
    }
    if (segmentBytes > 0) {
      builder.segmentBytes(segmentBytes);
    }
    return builder;
  }
}
