package dev.lastcall.report;

import dev.lastcall.api.Outcome;
import dev.lastcall.api.StackSample;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes how a cleanup or a flush target ended, with bounded stacks and bounded chains of causes.
 */
final class OutcomeJson {
  static final int MOST_FRAMES = 40;
  static final int MOST_THROWABLES = 16;
  static final int LONGEST_MESSAGE = 2_000;

  private final JsonWriter json;
  private int throwablesLeft;

  OutcomeJson(JsonWriter json) {
    this.json = json;
  }

  void write(@Nullable Outcome outcome) throws IOException {
    json.begin('{');
    json.key("word").text(outcome == null ? "unknown" : outcome.word());
    json.key("elapsedMillis").millis(outcome == null ? null : outcome.elapsed());
    if (outcome instanceof Outcome.Failed failed) {
      throwablesLeft = MOST_THROWABLES;
      throwable("cause", failed.cause());
    } else if (outcome instanceof Outcome.TimedOut late) {
      json.key("timeoutMillis").millis(late.timeout());
      sample(late.sample());
    } else if (outcome instanceof Outcome.Abandoned left) {
      json.key("timeoutMillis").millis(left.timeout());
      sample(left.sample());
    } else if (outcome instanceof Outcome.Skipped skipped) {
      json.key("why").text(cut(skipped.why()));
    }
    json.end('}');
  }

  private void sample(@Nullable StackSample sample) throws IOException {
    if (sample != null) {
      json.key("sample");
      write(sample);
    }
  }

  void write(StackSample sample) throws IOException {
    json.begin('{');
    json.key("thread").text(sample.thread());
    json.key("state").word(sample.state());
    json.key("place").text(sample.place());
    json.key("lock").text(sample.lock());
    json.key("lockOwner").text(sample.lockOwner());
    frames(sample.frames());
    json.end('}');
  }

  private void throwable(String key, @Nullable Throwable throwable) throws IOException {
    json.key(key);
    contents(Thrown.of(throwable));
  }

  private void contents(Thrown thrown) throws IOException {
    throwablesLeft--;
    json.begin('{');
    json.key("type").text(thrown.type());
    json.key("message").text(cut(thrown.message()));
    frames(thrown.frames());
    if (thrown.cause() != null && throwablesLeft > 0) {
      throwable("cause", thrown.cause());
    }
    if (!thrown.suppressed().isEmpty() && throwablesLeft > 0) {
      json.key("suppressed").begin('[');
      for (int i = 0; i < thrown.suppressed().size() && throwablesLeft > 0; i++) {
        contents(Thrown.of(thrown.suppressed().get(i)));
      }
      json.end(']');
    }
    json.end('}');
  }

  private void frames(List<StackTraceElement> frames) throws IOException {
    json.key("frames").begin('[');
    for (int i = 0; i < frames.size() && i < MOST_FRAMES; i++) {
      json.text(frames.get(i).toString());
    }
    json.end(']');
    json.key("framesOmitted").number(Math.max(0, frames.size() - MOST_FRAMES));
  }

  private static @Nullable String cut(@Nullable String text) {
    return text == null || text.length() <= LONGEST_MESSAGE
        ? text
        : text.substring(0, LONGEST_MESSAGE) + "…";
  }
}
