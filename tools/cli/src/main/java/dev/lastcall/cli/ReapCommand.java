package dev.lastcall.cli;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Mode;
import dev.lastcall.durable.DurableCleanups;
import dev.lastcall.durable.DurableRun;
import dev.lastcall.durable.DurableSnapshot;
import dev.lastcall.durable.ReplayResult;
import dev.lastcall.durable.RetryPolicy;
import dev.lastcall.journal.JournalOwner;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lastcall reap}: runs the durable cleanups that a dead process left open. */
@Command(
    name = "reap",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Runs the durable cleanups that a dead process left open, newest first.",
    footer = {
      "",
      "Handlers are found on the class path by ServiceLoader"
          + " (dev.lastcall.durable.DurableHandlerProvider).",
      "Two need no code: delete-file, with --root, and run-command, with --allow-commands.",
      "",
      "Exit codes: 0 nothing is left, 1 something is still open or became a dead letter, 2 could"
          + " not run."
    })
final class ReapCommand implements Subcommand {
  private static final long POLL_MILLIS = 200;
  private static final String END = "waiting for the end of ";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "DIR",
      arity = "1..*",
      description = "Folders of durable cleanups, one of each process.")
  private List<Path> folders = new ArrayList<>();

  @Option(
      names = {"--classpath", "-cp"},
      paramLabel = "PATHS",
      description =
          "Jars and folders with handlers, separated as for java; DIR/* stands for its jars.")
  private String classPath = "";

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "Let delete-file delete files, but only below this folder.")
  private @Nullable Path root;

  @Option(
      names = "--allow-commands",
      description = "Let run-command run whatever command an intent names.")
  private boolean allowCommands;

  @Option(
      names = "--watch",
      description = "Wait until the process that holds the folder is dead, then reap and end.")
  private boolean watch;

  @Option(names = "--list", description = "Show what is open, and touch nothing.")
  private boolean list;

  @Option(
      names = "--attempts",
      paramLabel = "N",
      description =
          "After how many attempts a cleanup becomes a dead letter, those of dead processes"
              + " counted. Default: 5.")
  private int attempts = 5;

  @Option(
      names = "--within",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "How long to try in each folder: 30s, 2m, PT30S. Default: 1m.")
  private Duration within = Duration.ofMinutes(1);

  @Option(names = "--json", description = "Print one JSON object instead of text.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Arguments.positive("--within", within);
    RetryPolicy policy = RetryPolicy.attempts(attempts);
    ReapHandlers handlers = new ReapHandlers(LintInput.classPath(classPath), root, allowCommands);
    if (watch && folders.size() > 1) {
      throw Arguments.refusal("DIR", folders, "one folder with --watch");
    }
    List<Reaped> all = new ArrayList<>();
    for (Path folder : folders) {
      Reaped reaped = list ? look(folder) : reap(folder, handlers, policy);
      all.add(reaped);
      if (!json) {
        ReapText.print(reaped, out());
      }
    }
    if (json) {
      out().println(ReapJson.of(all));
    }
    out().flush();
    return all.stream().allMatch(Reaped::isFine) ? FINE : TROUBLE;
  }

  private static Reaped look(Path folder) throws IOException {
    DurableSnapshot snapshot = snapshot(folder);
    return new Reaped(folder, snapshot, List.of(), null, snapshot.findings());
  }

  private Reaped reap(Path folder, ReapHandlers handlers, RetryPolicy policy)
      throws IOException, InterruptedException {
    if (watch) {
      awaitDeath(folder);
    }
    DurableSnapshot before = snapshot(folder);
    if (before.liveOwner().isPresent()) {
      return heldAgain(folder, before.liveOwner().get(), handlers, policy);
    }
    List<DurableRun> runs = new ArrayList<>();
    try (DurableCleanups durable =
        DurableCleanups.in(folder)
            .handlers(handlers)
            .retry(policy)
            .mode(Mode.STRICT)
            .takeOverWithin(Duration.ZERO)
            .withoutBackground()
            .listener(runs::add)
            .open()) {
      ReplayResult result = durable.replay(within);
      return new Reaped(folder, before, runs, result, durable.findings());
    }
  }

  /** Somebody was faster, or has never been dead. */
  private Reaped heldAgain(
      Path folder, JournalOwner owner, ReapHandlers handlers, RetryPolicy policy)
      throws IOException, InterruptedException {
    if (watch) {
      return reap(folder, handlers, policy);
    }
    throw new IllegalStateException(
        Arguments.text(
            "DIR",
            folder,
            "a dead process's; it is held by "
                + ReapText.text(owner)
                + ", and --watch waits for its end"));
  }

  /**
   * Waits for an owner, if there is nothing to do yet, and for its end. It is alive as long as it
   * holds its lock, whatever its process id says in another container.
   */
  private void awaitDeath(Path folder) throws IOException, InterruptedException {
    String said = "";
    while (true) {
      Optional<JournalOwner> owner = owner(folder);
      boolean wasAlive = said.startsWith(END);
      if (owner.isEmpty() && (wasAlive || hasOpen(folder))) {
        return;
      }
      String now =
          owner
              .map(alive -> END + ReapText.text(alive))
              .orElse("waiting for a process that holds " + folder);
      if (!now.equals(said)) {
        spec.commandLine().getErr().println(now);
        said = now;
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private static Optional<JournalOwner> owner(Path folder) throws IOException {
    return DurableSnapshot.isOne(folder) ? DurableSnapshot.liveOwner(folder) : Optional.empty();
  }

  private static boolean hasOpen(Path folder) throws IOException {
    return DurableSnapshot.isOne(folder) && !DurableSnapshot.of(folder).open().isEmpty();
  }

  private static DurableSnapshot snapshot(Path folder) throws IOException {
    if (!DurableSnapshot.isOne(folder)) {
      throw Arguments.refusal("DIR", folder, "a folder of durable cleanups");
    }
    return DurableSnapshot.of(folder);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
