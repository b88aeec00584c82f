package dev.lastcall.api;

import java.time.Duration;
import java.util.List;

/**
 * What an exit would do, worked out from the bounds of the registered cleanups before any of them
 * runs.
 *
 * <p>Immutable and thread-safe. {@link #toString()} prints it for a person.
 *
 * @param nodes every cleanup, each after all of its predecessors
 * @param criticalPath the names along the longest chain of bounds, first to last
 * @param demanded the sum of the bounds along the critical path
 * @param available what the cleanups have in all: the grace period less drain and reserve
 * @param verdict whether the demand fits
 * @param findings what is wrong with the plan
 */
public record ExitPlan(
    List<Node> nodes,
    List<String> criticalPath,
    Duration demanded,
    Duration available,
    Verdict verdict,
    List<Finding> findings) {
  /**
   * Checks and copies the values.
   *
   * @throws IllegalArgumentException if a value is null
   */
  public ExitPlan {
    nodes = List.copyOf(Arguments.given("nodes", nodes));
    criticalPath = List.copyOf(Arguments.given("criticalPath", criticalPath));
    Arguments.notNegative("demanded", demanded);
    Arguments.notNegative("available", available);
    Arguments.given("verdict", verdict);
    findings = List.copyOf(Arguments.given("findings", findings));
  }

  /**
   * Prints the graph, the critical path and the verdict, one cleanup a line.
   *
   * @return several lines without a line break at the end
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("exit plan: " + nodes.size() + " cleanups\n");
    for (Node node : nodes) {
      text.append(criticalPath.contains(node.name()) ? "  * " : "    ").append(node).append('\n');
    }
    text.append("critical path (*): ")
        .append(criticalPath.isEmpty() ? "none" : String.join(" → ", criticalPath))
        .append(" = ")
        .append(seconds(demanded));
    text.append("\nverdict: ")
        .append(verdict.words())
        .append(", ")
        .append(seconds(available))
        .append(" available");
    for (Finding finding : findings) {
      text.append('\n').append(finding.severity()).append(' ').append(finding.message());
    }
    return text.toString();
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() / 1000.0 + " s";
  }

  /**
   * One cleanup of the plan.
   *
   * @param name its name
   * @param kind its kind
   * @param after the names of its predecessors
   * @param timeout its own bound
   * @param allotted what it gets: the bound, or less where the plan had to be scaled
   * @param latestStart the last moment, counted from the begin of the cleaning, at which it can
   *     begin without taking time from those behind it
   */
  public record Node(
      String name,
      CleanupKind kind,
      List<String> after,
      Duration timeout,
      Duration allotted,
      Duration latestStart) {
    /**
     * Checks and copies the values.
     *
     * @throws IllegalArgumentException if a value is null
     */
    public Node {
      Arguments.nameOf("name", name);
      Arguments.given("kind", kind);
      after = List.copyOf(Arguments.given("after", after));
      Arguments.given("timeout", timeout);
      Arguments.given("allotted", allotted);
      Arguments.given("latestStart", latestStart);
    }

    @Override
    public String toString() {
      return name
          + "  "
          + seconds(timeout)
          + (allotted.equals(timeout) ? "" : " scaled to " + seconds(allotted))
          + (after.isEmpty() ? "" : "  after " + String.join(", ", after));
    }
  }

  /** Whether a plan fits its grace period. */
  public enum Verdict {
    /** The critical path fits. */
    FITS("fits"),
    /** The critical path does not fit; all bounds are scaled down in proportion. */
    SCALED("does not fit, scaled"),
    /** The critical path does not fit and the mode is strict. */
    REFUSED("does not fit, refused");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    /**
     * Returns the verdict for a person.
     *
     * @return a few lower-case words
     */
    public String words() {
      return words;
    }
  }
}
