package dev.lastcall.api;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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
  /** The longest list of names that is printed whole. */
  private static final int MOST_NAMES = 20;

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
   * Prints the graph, the critical path and the verdict, one cleanup a line in aligned columns.
   *
   * @return several lines without a line break at the end
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("exit plan: ").append(counted()).append('\n');
    if (!nodes.isEmpty()) {
      table().appendTo(text.append('\n'));
      text.append("\ncritical path (*): ").append(path()).append(" = ");
      text.append(seconds(demanded)).append('\n');
    }
    text.append("verdict: ").append(verdict.words()).append(", ");
    text.append(seconds(available)).append(" available");
    for (Finding finding : findings) {
      String severity = finding.severity().name().toLowerCase(Locale.ROOT);
      text.append('\n').append(severity).append(": ").append(finding.message());
    }
    return text.toString();
  }

  private String counted() {
    return nodes.size() == 1 ? "1 cleanup" : nodes.size() + " cleanups";
  }

  private TextTable table() {
    Set<String> critical = Set.copyOf(criticalPath);
    TextTable table =
        new TextTable(" ", "cleanup", "kind", ">bound", ">scaled to", ">latest start", "after");
    for (Node node : nodes) {
      table.row(
          critical.contains(node.name()) ? "  *" : "",
          node.name(),
          node.kind().name().toLowerCase(Locale.ROOT),
          seconds(node.timeout()),
          node.allotted().equals(node.timeout()) ? "" : seconds(node.allotted()),
          seconds(node.latestStart()),
          shortened(node.after(), ", "));
    }
    return table;
  }

  private String path() {
    return shortened(criticalPath, " → ");
  }

  /** Joins names; of a long list the middle is only counted. */
  private static String shortened(List<String> names, String separator) {
    if (names.size() <= MOST_NAMES) {
      return String.join(separator, names);
    }
    int half = MOST_NAMES / 2;
    int last = names.size() - half;
    return String.join(separator, names.subList(0, half))
        + separator
        + "… "
        + (last - half)
        + " more …"
        + separator
        + String.join(separator, names.subList(last, names.size()));
  }

  /** To the millisecond, below that to two digits, and with one decimal at least. */
  private static String seconds(Duration duration) {
    BigDecimal exact = BigDecimal.valueOf(Deadline.nanosOf(duration), 9);
    BigDecimal brief = exact.setScale(3, RoundingMode.HALF_UP);
    if (brief.signum() == 0) {
      brief = exact.round(new MathContext(2));
    }
    brief = brief.stripTrailingZeros();
    return (brief.scale() < 1 ? brief.setScale(1) : brief).toPlainString() + " s";
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
   * @param audit the identity under which it is put on record, empty if none
   */
  public record Node(
      String name,
      CleanupKind kind,
      List<String> after,
      Duration timeout,
      Duration allotted,
      Duration latestStart,
      Optional<AuditIdentity> audit) {
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
      Arguments.given("audit", audit);
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
