package dev.lastcall.bench;

import dev.lastcall.bench.Contest.Contender;
import dev.lastcall.bench.Contest.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What an exit of many cleanups takes, each in a process of its own. */
final class ExitFigures {
  /** More threads than can be of use. */
  private static final int UNBOUNDED = 200;

  private ExitFigures() {}

  /** The one exit of a process, which has never run any of this before. */
  static String cold(Settings settings) throws Exception {
    return new Contest(
            "First exit of a process, 10 cleanups that do nothing, ms",
            "CompletableFuture",
            List.of(
                new Contender("Lastcall", 20, cold("lastcall", ClassPaths.lastcall())),
                new Contender(
                    "ExitCoordinator alone, not rehearsed",
                    20,
                    cold("coordinator", ClassPaths.lastcall())),
                new Contender("CompletableFuture", 20, cold("futures", ClassPaths.lastcall())),
                new Contender("Pekko", 10, cold("pekko", ClassPaths.pekko())),
                new Contender("Spring", 10, cold("spring", ClassPaths.spring())),
                new Contender("Hadoop", 10, cold("hadoop", ClassPaths.hadoop()))))
        .table(settings);
  }

  private static Trial cold(String contender, Class<?>... needed) {
    return (jdk, folder) ->
        Child.figures(Child.of(ColdChild.class, jdk, folder, needed).arguments(contender));
  }

  /** How close to the best schedule an exit comes. */
  static String makespan(Settings settings) throws Exception {
    int size = settings.effort() == Effort.SMOKE ? 50 : 1_000;
    List<Contender> unbounded =
        List.of(
            sleeping("Lastcall", "lastcall", size, UNBOUNDED, 6, ClassPaths.lastcall()),
            sleeping("CompletableFuture", "futures", size, UNBOUNDED, 6, ClassPaths.lastcall()),
            sleeping("Pekko", "pekko", size, UNBOUNDED, 3, ClassPaths.pekko()),
            sleeping("Spring", "spring", size, UNBOUNDED, 3, ClassPaths.spring()));
    List<Contender> four =
        List.of(
            sleeping("Lastcall", "lastcall", size, 4, 3, ClassPaths.lastcall()),
            sleeping(
                "Lastcall, told what to expect", "informed", size, 4, 3, ClassPaths.lastcall()),
            sleeping("CompletableFuture", "futures", size, 4, 3, ClassPaths.lastcall()));
    String sleepers = "Makespan of %,d cleanups sleeping 1 to 20 ms over ".formatted(size);
    return new Contest(sleepers + "the critical path, " + UNBOUNDED + " threads", "", unbounded)
            .table(settings)
        + new Contest(sleepers + "the least time possible, 4 threads", "", four).table(settings)
        + Graph.seedLine();
  }

  private static Contender sleeping(
      String name, String contender, int size, int threads, int rounds, Class<?>... needed) {
    String[] arguments = {contender, Integer.toString(size), Integer.toString(threads)};
    return new Contender(
        name,
        rounds,
        (jdk, folder) ->
            Child.figures(Child.of(MakespanChild.class, jdk, folder, needed).arguments(arguments)));
  }

  /** What a graph holds until it is run. */
  static String held(Settings settings) throws Exception {
    List<Contender> contenders = new ArrayList<>();
    int variants = settings.effort() == Effort.SMOKE ? 1 : 3;
    for (String shape : List.of("layered", "fan", "chain").subList(0, variants)) {
      Stream.of("100", "10000", "100000")
          .limit(variants)
          .forEach(
              nodes -> {
                contenders.add(
                    holding("Lastcall", "lastcall", shape, nodes, ClassPaths.lastcall()));
                contenders.add(
                    holding("CompletableFuture", "futures", shape, nodes, ClassPaths.lastcall()));
              });
    }
    contenders.add(holding("Spring", "spring", "layered", "100", ClassPaths.spring()));
    contenders.add(holding("Pekko", "pekko", "layered", "100", ClassPaths.pekko()));
    return new Contest(
                "Heap held by a graph before it runs, bytes a node beyond the user's own objects",
                "",
                contenders)
            .table(settings)
        + Graph.seedLine();
  }

  private static Contender holding(
      String name, String contender, String shape, String nodes, Class<?>... needed) {
    Trial trial =
        (jdk, folder) ->
            Child.figures(
                Child.of(HeldChild.class, jdk, folder, needed)
                    .options("-XX:+UseSerialGC", "-Xms1g", "-Xmx1g")
                    .arguments(contender, shape, nodes));
    return new Contender(name + ", " + shape + " of " + nodes, 3, trial);
  }
}
