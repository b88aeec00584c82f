package dev.lastcall.demo;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.ExitReport;
import dev.lastcall.cli.Subcommand;
import dev.lastcall.cli.Terminal;
import dev.lastcall.orders.DemoOptions;
import dev.lastcall.orders.DemoResult;
import dev.lastcall.orders.ExitForm;
import dev.lastcall.orders.OrdersDemo;
import dev.lastcall.page.ReportPage;
import dev.lastcall.page.ReportReader;
import dev.lastcall.report.ReportText;
import dev.lastcall.report.TextStyle;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lastcall demo}: a real order service ends under load, and everybody can count. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Starts an order service (HTTP server, connection pool, message broker, log) under load,"
          + " sends it SIGTERM, and counts from outside what was lost."
    },
    footer = {"", "Exit codes: 0 nothing was lost, 1 something was, 2 the demo could not run."})
public final class DemoCommand implements Subcommand {
  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "End with one line of JSON that holds all counts.")
  private boolean json;

  @Option(
      names = "--stuck",
      paramLabel = "PART",
      description = "The close of this part never returns: http, outbox, broker, db or log.")
  private @Nullable String stuck;

  @Option(
      names = "--chaos",
      paramLabel = "SEED",
      arity = "0..1",
      fallbackValue = "-1",
      description = "Closes are slow, fail or hang at random; the same for the same seed.")
  private @Nullable Long chaos;

  @Option(names = "--naive", description = "End with plain shutdown hooks, as most services do.")
  private boolean naive;

  @Option(names = "--compare", description = "Run both: plain shutdown hooks, then Lastcall.")
  private boolean compare;

  @Option(
      names = "--grace",
      paramLabel = "TIME",
      converter = DurationOption.class,
      defaultValue = "10s",
      description = "The grace period, from SIGTERM to SIGKILL. Default: 10s.")
  private Duration grace = Duration.ofSeconds(10);

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How long the load lasts before SIGTERM. Default: 3.")
  private int seconds = 3;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "300",
      description = "How many orders are sent in a second. Default: 300.")
  private int rate = 300;

  @Option(
      names = "--report-dir",
      paramLabel = "DIR",
      description = "Where data, logs and reports go. Default: a new temporary directory.")
  private @Nullable Path directory;

  /** Makes the command; picocli fills in the options. Called by the service loader. */
  public DemoCommand() {
    this.terminal = Terminal.of(System.getenv());
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    List<DemoOptions> runs = runs();
    List<DemoResult> results = new ArrayList<>();
    for (DemoOptions options : runs) {
      results.add(run(options, out));
    }
    out.println();
    DemoSummary.print(results, out);
    DemoResult last = results.get(results.size() - 1);
    if (last.report().isPresent()) {
      show(last.report().get(), out);
    }
    if (json) {
      out.println(last.toJson());
    }
    out.flush();
    return last.lost() == 0 ? FINE : TROUBLE;
  }

  private DemoResult run(DemoOptions options, PrintWriter out)
      throws IOException, InterruptedException {
    String how = options.form() == ExitForm.NAIVE ? "plain shutdown hooks" : "Lastcall";
    out.println(
        "An order service with %s: %d orders a second, SIGTERM after %d s, SIGKILL %s later"
            .formatted(how, options.requestsPerSecond(), seconds, shortly(options.gracePeriod())));
    faults(options, out);
    out.flush();
    LiveProgress progress = new LiveProgress(out, terminal.interactive());
    DemoResult result = OrdersDemo.run(options, progress);
    progress.finish();
    return result;
  }

  private static void faults(DemoOptions options, PrintWriter out) {
    options.stuck().ifPresent(part -> out.println("  the close of \"" + part + "\" never returns"));
    options.chaosSeed().ifPresent(seed -> out.println("  chaos, to repeat with --chaos=" + seed));
  }

  private List<DemoOptions> runs() throws IOException {
    if (naive && compare) {
      throw new IllegalArgumentException(
          Arguments.text("naive", true, "not together with compare, which shows both"));
    }
    Path home = directory == null ? Files.createTempDirectory("lastcall-demo-") : directory;
    DemoOptions options =
        DemoOptions.in(home).withLoad(rate, Duration.ofSeconds(seconds)).withGracePeriod(grace);
    if (stuck != null) {
      options = options.withStuck(stuck);
    }
    if (chaos != null) {
      options = options.withChaos(chaos < 0 ? new Random().nextInt(1_000) : chaos);
    }
    return compare
        ? List.of(
            in(home.resolve("naive"), options.withForm(ExitForm.NAIVE)),
            in(home.resolve("lastcall"), options))
        : List.of(naive ? options.withForm(ExitForm.NAIVE) : options);
  }

  private static DemoOptions in(Path directory, DemoOptions options) {
    return new DemoOptions(
        directory,
        options.form(),
        options.stuck(),
        options.chaosSeed(),
        options.requestsPerSecond(),
        options.connections(),
        options.load(),
        options.gracePeriod());
  }

  private void show(Path file, PrintWriter out) throws IOException {
    ExitReport report = ReportReader.read(file);
    TextStyle style = new TextStyle(terminal.width(), terminal.colour(), terminal.unicode());
    out.println();
    out.print(ReportText.render(report, style));
    Path page = file.resolveSibling("report.html");
    try (Writer writer = Files.newBufferedWriter(page)) {
      ReportPage.write(report, writer);
    }
    out.println();
    out.println("report: " + file.toAbsolutePath());
    out.println("page:   " + page.toAbsolutePath().toUri());
  }

  private static String shortly(Duration duration) {
    return duration.toMillis() % 1_000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }
}
