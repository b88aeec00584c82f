package dev.lastcall.spool;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what was thrown; frames that a cause shares with what it caused are written once. */
final class ThrowableWriter {
  private static final StackTraceElement[] NONE = {};

  private final EntryBytes to;
  private final Set<Throwable> written = Collections.newSetFromMap(new IdentityHashMap<>());

  ThrowableWriter(EntryBytes to) {
    this.to = to;
  }

  void write(Throwable thrown) {
    write(thrown, NONE, 0);
  }

  private void write(Throwable thrown, StackTraceElement[] around, int depth) {
    written.add(thrown);
    StackTraceElement[] frames = thrown.getStackTrace();
    int common = common(frames, around);
    to.text(thrown.getClass().getName()).text(messageOf(thrown)).text(textOf(thrown));
    to.raw(common).raw(frames.length - common);
    for (int i = 0; i < frames.length - common; i++) {
      to.frame(frames[i]);
    }
    Throwable cause = thrown.getCause();
    boolean hasCause = depth < LogField.DEEPEST && isNew(cause);
    to.raw((byte) (hasCause ? 1 : 0));
    if (hasCause && cause != null) {
      write(cause, frames, depth + 1);
    }
    Throwable[] suppressed = depth < LogField.DEEPEST ? thrown.getSuppressed() : new Throwable[0];
    int fresh = 0;
    for (Throwable other : suppressed) {
      fresh += isNew(other) ? 1 : 0;
    }
    to.raw(fresh);
    for (int i = 0; i < suppressed.length && fresh > 0; i++) {
      if (isNew(suppressed[i])) {
        write(suppressed[i], frames, depth + 1);
        fresh--;
      }
    }
    for (; fresh > 0; fresh--) {
      // One of them was written meanwhile, below another one.
      to.text("").text(null).text("").raw(0).raw(0).raw((byte) 0).raw(0);
    }
  }

  /** A circle of causes ends where it comes back. */
  private boolean isNew(@Nullable Throwable thrown) {
    return thrown != null && !written.contains(thrown);
  }

  private static int common(StackTraceElement[] frames, StackTraceElement[] around) {
    int common = 0;
    while (common < frames.length
        && common < around.length
        && frames[frames.length - 1 - common].equals(around[around.length - 1 - common])) {
      common++;
    }
    return common;
  }

  /** Other people's methods may throw; that must not cost the event. */
  private static @Nullable String messageOf(Throwable thrown) {
    try {
      return thrown.getMessage();
    } catch (RuntimeException | LinkageError broken) {
      return "(its getMessage() threw " + broken.getClass().getName() + ")";
    }
  }

  private static String textOf(Throwable thrown) {
    try {
      return thrown.toString();
    } catch (RuntimeException | LinkageError broken) {
      return thrown.getClass().getName();
    }
  }
}
