package dev.lastcall.stress;

import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.crashlab.ChildJvmBuilder;
import dev.lastcall.crashlab.Ending;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openjdk.jcstress.Main;

/**
 * A run of jcstress in a JVM of its own, and what it printed of each test.
 *
 * @param passed the names of the tests that passed in every configuration
 * @param failed the names of those that did not
 * @param transcript all that it printed
 */
record StressRun(TreeSet<String> passed, TreeSet<String> failed, String transcript) {
  /** The system property by which one asks for a longer run: a mode of jcstress. */
  static final String MODE = "lastcall.stress";

  private static final Pattern VERDICT =
      Pattern.compile("^\\.+ \\[([A-Z ]+)] (\\S+)$", Pattern.MULTILINE);

  /**
   * One JVM a test and a third of a second in it: enough to meet the accepted outcomes on two
   * processors that others use as well, which is what the short strides and the yielding are for.
   * Compilers and affinities are left as they are; the long forms vary them.
   */
  private static final String SHORT =
      "-m quick -sc false -af NONE -f 1 -fsm 1 -time 50 -iters 6 -hs 128"
          + " -strideSize 10 -strideCount 100 -spinStyle THREAD_YIELD -jvmArgs -XX:+UseSerialGC";

  /** Runs the tests whose names match, in the form that the system property asks for. */
  static StressRun of(String names, Path folder) {
    String mode = System.getProperty(MODE, "");
    return mode.isEmpty()
        ? shortly(names, folder)
        : run(names, folder, List.of("-m", mode), Duration.ofDays(1));
  }

  /** Runs the tests whose names match in the short form. */
  static StressRun shortly(String names, Path folder) {
    return run(names, folder, List.of(SHORT.split(" ")), Duration.ofMinutes(10));
  }

  /** Runs the tests whose names match ten times as long, for what must not be overlooked. */
  static StressRun thoroughly(String names, Path folder) {
    String longer = SHORT.replace("-iters 6", "-iters 60");
    return run(names, folder, List.of(longer.split(" ")), Duration.ofMinutes(10));
  }

  private static StressRun run(String names, Path folder, List<String> options, Duration limit) {
    List<String> arguments = new ArrayList<>(List.of("-v", "-t", names));
    arguments.addAll(options);
    try (ChildJvm child =
        ChildJvmBuilder.of(Main.class, folder)
            .arguments(arguments.toArray(String[]::new))
            .start()) {
      Ending ending = child.awaitEnding(limit);
      return parse(String.join("\n", ending.output()) + String.join("\n", ending.errors()));
    }
  }

  private static StressRun parse(String transcript) {
    TreeSet<String> passed = new TreeSet<>();
    TreeSet<String> failed = new TreeSet<>();
    Matcher verdicts = VERDICT.matcher(transcript);
    while (verdicts.find()) {
      (verdicts.group(1).equals("OK") ? passed : failed).add(verdicts.group(2));
    }
    passed.removeAll(failed);
    return new StressRun(passed, failed, transcript);
  }

  /** Returns the end of the transcript: jcstress sums up there. */
  String summary() {
    int summary = Math.max(0, transcript.indexOf("RUN RESULTS:"));
    return transcript.substring(summary).lines().limit(400).collect(Collectors.joining("\n"));
  }
}
