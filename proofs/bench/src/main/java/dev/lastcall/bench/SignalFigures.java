package dev.lastcall.bench;

import dev.lastcall.bench.Contest.Contender;
import dev.lastcall.bench.Contest.Trial;
import dev.lastcall.crashlab.Cgroup;
import dev.lastcall.crashlab.ChildJvmBuilder;
import dev.lastcall.runtime.ExitCodes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long a process takes to be gone after a signal, seen from outside. */
final class SignalFigures {
  private static final int TERMINATED = 143;
  private static final int GRACE_MILLIS = 1_000;
  private static final int LONG_GRACE_MILLIS = 60_000;

  private SignalFigures() {}

  /** An exit of nothing beside that of a JVM that knows nothing of exits. */
  static String end(Settings settings) throws Exception {
    return new Contest(
                "SIGTERM to the end of a process with nothing to clean up, ms",
                "bare JVM",
                List.of(
                    new Contender("bare JVM", 30, ending("bare", TERMINATED)),
                    new Contender("one empty shutdown hook", 30, ending("hook", TERMINATED)),
                    new Contender("Lastcall, empty plan", 30, ending("lastcall", 0))))
            .table(settings)
        + recorded(settings);
  }

  /** What it costs to have the exit on record while it happens. */
  private static String recorded(Settings settings) throws Exception {
    return new Contest(
            "SIGTERM to the end of a process with 10 cleanups that do nothing, ms",
            "Lastcall",
            List.of(
                new Contender("Lastcall", 30, ending("ten", 0)),
                new Contender("Lastcall with the exit recorder", 30, ending("ten-recorded", 0))))
        .table(settings);
  }

  private static Trial ending(String contender, int exitCode) {
    return (jdk, folder) -> {
      Child child =
          Child.serving(
              Child.of(WaitingChild.class, jdk, folder, ClassPaths.recorder())
                  .arguments(contender));
      return child.end(child.terminate(), exitCode);
    };
  }

  /** The way out for whoever does not want to wait; a JVM alone has none. */
  static String secondSignal(Settings settings) throws Exception {
    Trial trial =
        (jdk, folder) -> {
          Child child = Child.serving(deaf(jdk, folder, "lastcall", "parked", LONG_GRACE_MILLIS));
          child.terminate();
          child.awaitLine(DeafChild.BEGUN);
          return child.end(child.terminate(), ExitCodes.defaults().forced());
        };
    return new Contest(
                "Second SIGTERM to the end, 8 cleanups hanging in an exit of 60 s, ms",
                "",
                List.of(new Contender("Lastcall", 30, trial)))
            .table(settings)
        + "\nA JVM alone takes no notice of a second SIGTERM while its hooks run.\n";
  }

  /** How far an exit that nobody obeys goes beyond its grace period. */
  static String overshoot(Settings settings) throws Exception {
    List<Contender> contenders = new ArrayList<>();
    List<String> works = List.of("parked", "spinning");
    for (String work : works.subList(0, settings.effort() == Effort.SMOKE ? 1 : 2)) {
      for (int percent : percentages()) {
        String where = ", 8 cleanups deaf and " + work + (percent == 0 ? "" : ", half a CPU");
        contenders.add(new Contender("Lastcall" + where, 8, late("lastcall", work, percent)));
        contenders.add(
            new Contender("hook with awaitTermination" + where, 3, late("hook", work, percent)));
      }
    }
    return new Contest(
            "End of the process after a grace period of 1 s, ms (below 0: before it)",
            "",
            contenders)
        .table(settings);
  }

  /** 0 is no limit; where no control group can be made there is nothing else. */
  private static List<Integer> percentages() {
    try {
      Cgroup.ofCpu().close();
      return List.of(0, 50);
    } catch (IOException e) {
      return List.of(0);
    }
  }

  private static Trial late(String contender, String work, int percent) {
    return (jdk, folder) -> {
      ChildJvmBuilder builder = deaf(jdk, folder, contender, work, GRACE_MILLIS);
      int exitCode = contender.equals("hook") ? TERMINATED : ExitCodes.defaults().timedOut();
      if (percent == 0) {
        return late(builder, exitCode);
      }
      try (Cgroup group = Cgroup.ofCpu()) {
        group.allowPercentOfOneProcessor(percent);
        return late(builder.startedBy(group.entrance()), exitCode);
      }
    };
  }

  private static Map<String, Double> late(ChildJvmBuilder builder, int exitCode)
      throws IOException, InterruptedException {
    Child child = Child.serving(builder);
    Map<String, Double> figures = new LinkedHashMap<>(child.end(child.terminate(), exitCode));
    figures.computeIfPresent("", (name, millis) -> millis - GRACE_MILLIS);
    return figures;
  }

  private static ChildJvmBuilder deaf(
      Jdk jdk, Path folder, String contender, String work, int graceMillis) {
    return Child.of(DeafChild.class, jdk, folder, ClassPaths.lastcall())
        .arguments(contender, work, Integer.toString(graceMillis));
  }
}
