package dev.lastcall.audit;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says which files are so old that they may be deleted: the oldest ones, whole, that end in a seal
 * whose time lies before the retention. Confined to one thread.
 */
final class Retention {
  private final TrailSettings settings;

  Retention(TrailSettings settings) {
    this.settings = settings;
  }

  /** {@return the files, in their order; never the one that lines go to} */
  List<TrailFile> expired(@Nullable TrailFile current, Instant now) throws IOException {
    List<TrailFile> expired = new ArrayList<>();
    for (TrailFile file : TrailFile.in(settings.folder())) {
      if (file.equals(current) || !isExpired(file, now)) {
        break;
      }
      expired.add(file);
    }
    return expired;
  }

  /** The day in the name spares the reading of files that are too young in any case. */
  private boolean isExpired(TrailFile file, Instant now) throws IOException {
    Instant before = now.minus(settings.retention());
    if (file.day().isAfter(LocalDate.ofInstant(before, ZoneOffset.UTC))) {
      return false;
    }
    Optional<ChainLine> last = file.lastLine();
    return last.isPresent()
        && last.get().type() == LineType.SEAL
        && Members.time(last.get().members()).filter(before::isAfter).isPresent();
  }

  /** {@return what the trail says of the files before they are deleted} */
  byte[] members(List<TrailFile> expired, Instant now) throws IOException {
    ChainLine last = expired.get(expired.size() - 1).lastLine().orElseThrow();
    return new MemberWriter(now)
        .number("throughSeq", last.seq())
        .text("throughHash", last.hash())
        .number("days", settings.retention().toDays())
        .write(
            json -> {
              json.writeArrayFieldStart("files");
              for (TrailFile file : expired) {
                json.writeString(file.name());
              }
              json.writeEndArray();
            })
        .toBytes();
  }
}
