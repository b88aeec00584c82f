package dev.lastcall.demo;

import dev.lastcall.orders.DemoProgress;
import dev.lastcall.orders.DemoProgress.Stage;
import dev.lastcall.orders.ProgressListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Shows how the demo goes on: one line that lives on a terminal, one line for each stage elsewhere.
 * Confined to the thread of the demo.
 */
final class LiveProgress implements ProgressListener {
  private static final String REWRITE = "\r\u001b[K";

  private final PrintWriter out;
  private final boolean interactive;
  private Duration stageBegan = Duration.ZERO;
  private @Nullable DemoProgress last;

  LiveProgress(PrintWriter out, boolean interactive) {
    this.out = out;
    this.interactive = interactive;
  }

  @Override
  public void onProgress(DemoProgress progress) {
    if (last != null && last.stage() != progress.stage()) {
      end(last);
      stageBegan = progress.elapsed();
    }
    last = progress;
    if (interactive) {
      out.print(REWRITE + line(progress));
      out.flush();
    }
  }

  /** Ends the last stage. */
  void finish() {
    if (last != null) {
      end(last);
    }
  }

  private void end(DemoProgress progress) {
    out.print(interactive ? REWRITE : "");
    out.println(line(progress));
    out.flush();
  }

  private String line(DemoProgress progress) {
    double seconds = progress.elapsed().minus(stageBegan).toMillis() / 1000.0;
    String counts =
        progress.answered() == 0
            ? ""
            : "   answered %d, refused %d, lost %d"
                .formatted(progress.answered(), progress.refused(), progress.lost());
    return String.format(Locale.ROOT, "  %-34s %5.1f s", words(progress.stage()), seconds) + counts;
  }

  private static String words(Stage stage) {
    return switch (stage) {
      case STARTING -> "the service starts";
      case WARMING_UP -> "first orders";
      case UNDER_LOAD -> "under load";
      case ENDING -> "SIGTERM sent, orders keep coming";
      case VERIFYING -> "counting what is left";
    };
  }
}
