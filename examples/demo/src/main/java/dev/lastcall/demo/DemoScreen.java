package dev.lastcall.demo;

import dev.lastcall.cli.Terminal;
import dev.lastcall.orders.DemoOptions;
import dev.lastcall.orders.DemoProgress;
import dev.lastcall.orders.DemoProgress.Stage;
import dev.lastcall.orders.ExitForm;
import dev.lastcall.orders.ProgressListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Shows how the demo goes on, a line a step: rewritten in place on a terminal, written once when
 * the step is over otherwise. Used by one thread.
 */
final class DemoScreen implements ProgressListener {
  private static final String ERASE_LINE = "\r\u001b[2K";

  private final PrintWriter out;
  private final Terminal terminal;
  private String step = "";
  private String line = "";
  private Duration stepBegan = Duration.ZERO;
  private long answeredBefore;

  DemoScreen(PrintWriter out, Terminal terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Says what is going to happen. */
  void introduce(DemoOptions options) {
    print(
        String.format(
            Locale.ROOT,
            "An order service takes %,d orders a second; after %s it is sent SIGTERM and has %s to"
                + " end.",
            options.requestsPerSecond(),
            brief(options.load()),
            brief(options.gracePeriod())));
    if (!options.faults().isEmpty()) {
      OptionalLong seed = options.chaosSeed();
      String chaos = seed.isPresent() ? " (chaos, seed " + seed.getAsLong() + ")" : "";
      print(
          "When its parts are closed" + chaos + ": " + String.join(" · ", options.faults()) + ".");
    }
  }

  /** Says what is going to happen when the service is killed. */
  void introduceKill(DemoOptions options) {
    print(
        String.format(
            Locale.ROOT,
            "An order service takes %,d orders a second; after %s it is killed, and started again.",
            options.requestsPerSecond(),
            brief(options.load())));
  }

  /** Begins to show a run. */
  void begin(ExitForm form) {
    print("");
    print(form.words() + ":");
  }

  @Override
  public void onProgress(DemoProgress progress) {
    String now = step(progress);
    if (!now.equals(step)) {
      finish();
      step = now;
      stepBegan = progress.elapsed();
      answeredBefore = progress.answered();
    }
    Duration elapsed = progress.elapsed().minus(stepBegan);
    String text =
        String.format(Locale.ROOT, "  %-11s%6.1f s  %s", now, seconds(elapsed), details(progress));
    line = fit(text);
    if (terminal.interactive()) {
      out.print(ERASE_LINE + line);
      out.flush();
    }
  }

  /** Ends the line of the step that is over. */
  void finish() {
    if (!step.isEmpty()) {
      out.println(terminal.interactive() ? ERASE_LINE + line : line);
      out.flush();
    }
    step = "";
  }

  private void print(String text) {
    out.println(Symbols.fit(text, terminal.unicode()));
  }

  /** Cut to the width of the terminal: a line that wraps cannot be rewritten in place. */
  private String fit(String text) {
    String shown = Symbols.fit(text, terminal.unicode());
    return shown.length() < terminal.width() || !terminal.interactive()
        ? shown
        : shown.substring(0, terminal.width() - 1);
  }

  private static String step(DemoProgress progress) {
    return switch (progress.stage()) {
      case STARTING -> "starting";
      case WARMING_UP -> "warming up";
      case UNDER_LOAD -> "under load";
      case RESTARTING -> "restarting";
      case ENDING ->
          progress.exit().map(exit -> exit.phase().toLowerCase(Locale.ROOT)).orElse("SIGTERM");
      case VERIFYING -> "verifying";
    };
  }

  private String details(DemoProgress progress) {
    return switch (progress.stage()) {
      case RESTARTING -> counts(progress);
      case STARTING -> "a JVM with Jetty, HikariCP on H2, ActiveMQ, Logback";
      case WARMING_UP -> counts(progress);
      case UNDER_LOAD -> counts(progress) + rate(progress);
      case ENDING -> counts(progress) + exit(progress);
      case VERIFYING -> "rows, messages and log lines, read from what the process left on disk";
    };
  }

  private static String counts(DemoProgress progress) {
    List<String> counts = new ArrayList<>();
    counts.add(String.format(Locale.ROOT, "%,d answered", progress.answered()));
    add(counts, progress.refused(), "refused");
    if (progress.stage() != Stage.WARMING_UP) {
      counts.add(String.format(Locale.ROOT, "%,d lost", progress.lost()));
    }
    add(counts, progress.elsewhere(), "sent elsewhere");
    return String.join(" · ", counts);
  }

  private static void add(List<String> counts, long count, String word) {
    if (count > 0) {
      counts.add(String.format(Locale.ROOT, "%,d %s", count, word));
    }
  }

  private String rate(DemoProgress progress) {
    double elapsed = seconds(progress.elapsed().minus(stepBegan));
    return elapsed < 0.2
        ? ""
        : String.format(
            Locale.ROOT, " · %.0f a second", (progress.answered() - answeredBefore) / elapsed);
  }

  private static String exit(DemoProgress progress) {
    return progress
        .exit()
        .map(
            exit ->
                exit.phase().equals("DRAIN")
                    ? " · " + exit.inFlight() + " in flight"
                    : " · " + cleanups(exit.cleanups()))
        .orElse("");
  }

  private static String cleanups(Map<String, String> states) {
    List<String> marked = new ArrayList<>();
    for (String component : DemoOptions.parts()) {
      marked.add(component + " " + mark(states.getOrDefault(component, "REGISTERED")));
    }
    return String.join("  ", marked);
  }

  private static String mark(String state) {
    return switch (state) {
      case "completed" -> "✓";
      case "RUNNING" -> "▸";
      case "REGISTERED", "READY", "PENDING" -> "○";
      default -> "✘ " + state;
    };
  }

  private static String brief(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
