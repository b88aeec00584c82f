package dev.lastcall.crashlab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares the lines that several killed runs of a process left with what they had acknowledged;
 * each line holds {@code t<thread> n<number> end} once.
 */
public final class KilledLog {
  private static final Pattern LINE = Pattern.compile(".*\\bt(\\d+) n(\\d+) end$");

  private final Set<Acknowledged.Run> runs = new LinkedHashSet<>();

  /** Begins with nothing acknowledged. */
  public KilledLog() {}

  /**
   * Takes down what a run that has just been killed had acknowledged.
   *
   * @param file the run's {@link Acknowledged}
   * @throws IOException if it cannot be read
   */
  public void note(Path file) throws IOException {
    runs.addAll(Acknowledged.read(file));
  }

  /** {@return how many numbers were acknowledged} */
  public long acknowledged() {
    return runs.stream().mapToLong(run -> Math.max(0, run.last() - run.first() + 1)).sum();
  }

  /**
   * Says what is wrong with the lines.
   *
   * @param lines of the log
   * @return one sentence each: lines that are torn, there twice, out of order, never logged; and
   *     acknowledged ones that are missing
   */
  public List<String> faults(List<String> lines) {
    List<String> faults = new ArrayList<>();
    Map<Integer, Long> last = new HashMap<>();
    Map<Integer, Set<Long>> found = new HashMap<>();
    for (String line : lines) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        faults.add("torn: " + line);
        continue;
      }
      int thread = Integer.parseInt(matcher.group(1));
      long number = Long.parseLong(matcher.group(2));
      if (!found.computeIfAbsent(thread, none -> new LinkedHashSet<>()).add(number)) {
        faults.add("twice: " + line);
      } else if (number < last.getOrDefault(thread, 0L)) {
        faults.add("out of order: " + line);
      } else if (runs.stream().noneMatch(run -> mayHaveLogged(run, thread, number))) {
        faults.add("invented: " + line);
      }
      last.put(thread, number);
    }
    for (Acknowledged.Run run : runs) {
      for (long number = run.first(); number <= run.last(); number++) {
        if (!found.getOrDefault(run.thread(), Set.of()).contains(number)) {
          faults.add("lost: t" + run.thread() + " n" + number);
        }
      }
    }
    return faults;
  }

  private static boolean mayHaveLogged(Acknowledged.Run run, int thread, long number) {
    return run.thread() == thread && run.first() <= number && number <= run.last() + 1;
  }
}
