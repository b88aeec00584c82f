package dev.lastcall.demo;

import dev.lastcall.api.Arguments;
import dev.lastcall.cli.Subcommand;
import dev.lastcall.cli.Terminal;
import dev.lastcall.orders.DemoOptions;
import dev.lastcall.orders.DemoResult;
import dev.lastcall.orders.ExitForm;
import dev.lastcall.orders.KillDemo;
import dev.lastcall.orders.KillResult;
import dev.lastcall.orders.OrdersDemo;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code lastcall demo}: what was typed becomes {@link DemoOptions}, what was seen becomes text or
 * JSON.
 */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Puts a real order service under load, sends it SIGTERM or SIGKILL, and counts from outside"
            + " what was lost.",
    footer = {
      "",
      "Exit codes: 0 nothing was lost (with --compare: by the form with Lastcall), 1 something was,"
          + " 2 the demo could not run."
    })
public final class DemoCommand implements Subcommand {
  private static final Duration LEAST_GRACE = Duration.ofSeconds(5);

  private final Terminal terminal = Terminal.of(System.getenv());

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--stuck",
      paramLabel = "PART",
      description = "The close of one part never returns: http, outbox, broker, db or log.")
  private @Nullable String stuck;

  @Option(
      names = "--chaos",
      paramLabel = "SEED",
      arity = "0..1",
      fallbackValue = "",
      description =
          "Each close is delayed, fails, hangs or works, as the seed decides; a random one, which"
              + " is printed, unless given.")
  private @Nullable String chaos;

  @Option(
      names = "--naive",
      description = "The same service as it is often written: a shutdown hook for each part.")
  private boolean naive;

  @Option(
      names = "--compare",
      description = "Both forms one after the other, under the same fault, side by side.")
  private boolean compare;

  @Option(
      names = "--kill",
      description =
          "SIGKILL instead of SIGTERM, in the middle of the load; then the service is started again,"
              + " and what was acknowledged is looked for.")
  private boolean kill;

  @Option(
      names = "--json",
      description = "One JSON object is the last line; the text before it goes to standard error.")
  private boolean json;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "300",
      description = "Orders a second. Default: ${DEFAULT-VALUE}.")
  private int rate = 300;

  @Option(
      names = "--load",
      paramLabel = "TIME",
      converter = DurationOption.class,
      defaultValue = "3s",
      description = "How long the service is under load before SIGTERM. Default: ${DEFAULT-VALUE}.")
  private Duration load = Duration.ofSeconds(3);

  @Option(
      names = "--grace",
      paramLabel = "TIME",
      converter = DurationOption.class,
      defaultValue = "10s",
      description = "From SIGTERM to SIGKILL, at least 5s. Default: ${DEFAULT-VALUE}.")
  private Duration grace = Duration.ofSeconds(10);

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      description =
          "Where each run gets a folder for its data, logs and report. Default: among the temporary"
              + " files.")
  private @Nullable Path directory;

  /** Made by the service loader; the terminal is that of this process. */
  public DemoCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<ExitForm> forms = forms();
    DemoOptions options = options();
    if (kill) {
      return kill(options);
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    DemoScreen screen = new DemoScreen(err, terminal);
    screen.introduce(options);
    List<DemoResult> results = new ArrayList<>();
    for (ExitForm form : forms) {
      screen.begin(form);
      Path folder = RunFolder.create(directory, form.label());
      results.add(OrdersDemo.run(options.withForm(form).withDirectory(folder), screen));
      screen.finish();
    }
    PrintWriter text = json ? err : out;
    text.print(new DemoSummary(terminal).of(results));
    text.flush();
    if (json) {
      out.println(DemoResult.toJson(results));
    }
    return results.get(results.size() - 1).lost() == 0 ? FINE : TROUBLE;
  }

  private int kill(DemoOptions options) throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    DemoScreen screen = new DemoScreen(err, terminal);
    screen.introduceKill(options);
    Path folder = RunFolder.create(directory, "kill");
    KillResult result = KillDemo.run(options.withDirectory(folder), screen);
    screen.finish();
    PrintWriter text = json ? err : out;
    text.print(new KillSummary(terminal).of(result));
    text.flush();
    if (json) {
      out.println(result.toJson());
    }
    return result.isClean() ? FINE : TROUBLE;
  }

  private List<ExitForm> forms() {
    if (kill && (naive || compare || stuck != null || chaos != null)) {
      throw Arguments.refusal("kill", "with another form or fault", "--kill alone");
    }
    if (naive && compare) {
      throw Arguments.refusal("naive", "with --compare", "one of them");
    }
    if (compare) {
      return List.of(ExitForm.NAIVE, ExitForm.LASTCALL);
    }
    return List.of(naive ? ExitForm.NAIVE : ExitForm.LASTCALL);
  }

  private DemoOptions options() {
    if (grace.compareTo(LEAST_GRACE) < 0) {
      throw Arguments.refusal("grace", grace, ">= " + LEAST_GRACE);
    }
    DemoOptions options = DemoOptions.in(Path.of("")).withLoad(rate, load).withGracePeriod(grace);
    if (stuck != null) {
      options = options.withStuck(stuck);
    }
    return chaos == null ? options : options.withChaos(seed(chaos));
  }

  private static long seed(String given) {
    if (given.isEmpty()) {
      return ThreadLocalRandom.current().nextInt(1, 10_000);
    }
    try {
      return Long.parseLong(given);
    } catch (NumberFormatException malformed) {
      IllegalArgumentException refusal = Arguments.refusal("chaos", given, "a whole number");
      refusal.initCause(malformed);
      throw refusal;
    }
  }
}
