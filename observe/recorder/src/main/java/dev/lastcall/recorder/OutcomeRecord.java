package dev.lastcall.recorder;

import dev.lastcall.api.Outcome;
import dev.lastcall.api.StackSample;
import dev.lastcall.report.RecordedThrowable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a cleanup ended and where a thread was, written and read; see {@link Kind}. */
final class OutcomeRecord {
  private static final int SKIPPED = 0;
  private static final int COMPLETED = 1;
  private static final int FAILED = 2;
  private static final int TIMED_OUT = 3;
  private static final int ABANDONED = 4;

  private static final int MOST_FRAMES = 40;

  /** So that a native frame, which has the line -2, is a number that is not below zero. */
  private static final int LINE_SHIFT = 2;

  private static final StackTraceElement[] NO_FRAMES = new StackTraceElement[0];

  private OutcomeRecord() {}

  static void write(@Nullable Outcome outcome, RecordBuffer out) {
    if (outcome instanceof Outcome.Completed completed) {
      out.octet(COMPLETED).time(completed.elapsed());
    } else if (outcome instanceof Outcome.Failed failed) {
      out.octet(FAILED).time(failed.elapsed());
      thrown(failed.cause(), out);
    } else if (outcome instanceof Outcome.TimedOut late) {
      out.octet(TIMED_OUT).time(late.elapsed()).time(late.timeout());
      sample(late.sample(), out);
    } else if (outcome instanceof Outcome.Abandoned left) {
      out.octet(ABANDONED).time(left.elapsed()).time(left.timeout());
      sample(left.sample(), out);
    } else {
      out.octet(SKIPPED).text(outcome instanceof Outcome.Skipped skipped ? skipped.why() : "");
    }
  }

  static Outcome read(RecordInput in) {
    int word = in.octet();
    return switch (word) {
      case SKIPPED -> new Outcome.Skipped(in.text());
      case COMPLETED -> new Outcome.Completed(in.time());
      case FAILED -> new Outcome.Failed(in.time(), thrown(in));
      case TIMED_OUT -> new Outcome.TimedOut(in.time(), in.time(), sample(in));
      case ABANDONED -> new Outcome.Abandoned(in.time(), in.time(), sample(in));
      default -> throw new IllegalArgumentException("outcome " + word);
    };
  }

  /** Writes a sample; of one without memory for its frames nothing but the name is known. */
  static void sample(@Nullable StackSample sample, RecordBuffer out) {
    if (sample == null) {
      out.text("").octet(0).text("").text("");
      frames(NO_FRAMES, 0, out);
      return;
    }
    out.text(sample.thread()).word(sample.state()).text(sample.lock()).text(sample.lockOwner());
    List<StackTraceElement> frames = sample.frames();
    int place = out.slot();
    int kept = 0;
    for (int i = 0; i < frames.size() && kept < MOST_FRAMES && frame(frames.get(i), out); i++) {
      kept++;
    }
    out.fill(place, kept);
  }

  static StackSample sample(RecordInput in) {
    String thread = in.text();
    Thread.State state = in.word(Thread.State.class);
    String lock = in.text();
    String owner = in.text();
    return new StackSample(thread, state, in.list(() -> frame(in)), lock, owner);
  }

  /** What an application threw may throw itself when it is asked for its message. */
  private static void thrown(@Nullable Throwable thrown, RecordBuffer out) {
    int mark = out.length();
    try {
      out.text(
          thrown instanceof RecordedThrowable recorded
              ? recorded.type()
              : thrown == null ? "" : thrown.getClass().getName());
      out.text(thrown == null ? "" : thrown.getMessage());
      StackTraceElement[] frames = thrown == null ? NO_FRAMES : thrown.getStackTrace();
      frames(frames, Math.min(frames.length, MOST_FRAMES), out);
    } catch (Throwable unreadable) {
      out.backTo(mark);
      out.text(thrown == null ? "" : thrown.getClass().getName()).text("");
      frames(NO_FRAMES, 0, out);
    }
  }

  private static Throwable thrown(RecordInput in) {
    String type = in.text();
    String message = in.text();
    RecordedThrowable thrown = new RecordedThrowable(type, message.isEmpty() ? null : message);
    thrown.setStackTrace(in.list(() -> frame(in)).toArray(StackTraceElement[]::new));
    return thrown;
  }

  private static void frames(StackTraceElement[] frames, int most, RecordBuffer out) {
    int place = out.slot();
    int kept = 0;
    while (kept < most && frame(frames[kept], out)) {
      kept++;
    }
    out.fill(place, kept);
  }

  /** Writes a frame whole or not at all; false if there is no room for it. */
  private static boolean frame(StackTraceElement frame, RecordBuffer out) {
    int mark = out.length();
    String loader = frame.getClassLoaderName();
    String module = frame.getModuleName();
    out.text(isBuiltIn(loader) ? "" : loader).text(module);
    out.text(isPlatform(module) ? "" : frame.getModuleVersion());
    out.text(frame.getClassName()).text(frame.getMethodName()).text(frame.getFileName());
    out.number(frame.getLineNumber() + LINE_SHIFT);
    boolean whole = !out.isFull();
    if (!whole) {
      out.backTo(mark);
    }
    return whole;
  }

  /** Frames are printed without the names of these loaders and the versions of those modules. */
  private static boolean isBuiltIn(@Nullable String loader) {
    return "app".equals(loader) || "platform".equals(loader);
  }

  private static boolean isPlatform(@Nullable String module) {
    return module != null && (module.startsWith("java.") || module.startsWith("jdk."));
  }

  private static StackTraceElement frame(RecordInput in) {
    return new StackTraceElement(
        nullIfEmpty(in.text()),
        nullIfEmpty(in.text()),
        nullIfEmpty(in.text()),
        in.text(),
        in.text(),
        nullIfEmpty(in.text()),
        in.smallNumber() - LINE_SHIFT);
  }

  private static @Nullable String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }

  /** One of each, for the rehearsal. */
  static List<Outcome> oneOfEach(StackSample sample) {
    Duration time = Duration.ofSeconds(1);
    return List.of(
        new Outcome.Skipped("rehearsal"),
        new Outcome.Completed(time),
        new Outcome.Failed(time, new IllegalStateException("rehearsal")),
        new Outcome.TimedOut(time, time, sample),
        new Outcome.Abandoned(time, time, sample));
  }
}
