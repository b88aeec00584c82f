package dev.lastcall.page;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often something took how long, and when: a grid of time and latency, with the number of runs
 * in each cell.
 *
 * <p>Columns are equally wide; rows grow by a constant factor, because latencies span decades.
 * Immutable and thread-safe.
 *
 * @param name what ran
 * @param from where the first column begins
 * @param column how wide a column is
 * @param columns how many columns there are
 * @param rowsPerDoubling how many rows lie between a latency and its double
 * @param lowestRow the number of the lowest row: it begins at 2<sup>lowestRow /
 *     rowsPerDoubling</sup> ns
 * @param rows how many rows there are
 * @param cells the cells that are not empty, by column, then by row
 */
public record HeatMap(
    String name,
    Instant from,
    Duration column,
    int columns,
    int rowsPerDoubling,
    int lowestRow,
    int rows,
    List<Cell> cells) {
  /** The most columns of a map; a longer time makes the columns wider. */
  public static final int MOST_COLUMNS = 240;

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if a value is null
   */
  public HeatMap {
    Arguments.given("name", name);
    Arguments.given("from", from);
    Arguments.positive("column", column);
    cells = List.copyOf(Arguments.given("cells", cells));
  }

  /**
   * Begins to count.
   *
   * @param name what runs
   * @return the builder
   */
  public static Builder of(String name) {
    return new Builder(Arguments.given("name", name));
  }

  /**
   * Returns the least latency of a row.
   *
   * @param row 0 is the lowest; {@link #rows()} gives the end of the highest
   * @return in whole nanoseconds
   */
  public Duration floor(int row) {
    return Duration.ofNanos(Math.round(Math.pow(2, (double) (lowestRow + row) / rowsPerDoubling)));
  }

  /** Returns how many runs are in the map. */
  public long runs() {
    return cells.stream().mapToLong(Cell::count).sum();
  }

  /**
   * One cell.
   *
   * @param column 0 is the first
   * @param row 0 is the lowest
   * @param count how many runs, above zero
   */
  public record Cell(int column, int row, long count) {}

  /** Counts runs, in any order. Not thread-safe. */
  public static final class Builder {
    private final String name;
    private final TreeMap<Long, Map<Integer, Long>> counts = new TreeMap<>();
    private long columnMillis = 1000;
    private int rowsPerDoubling = 1;

    private Builder(String name) {
      this.name = name;
    }

    /**
     * Sets how wide a column is at least; it doubles as often as the map would have more than
     * {@value #MOST_COLUMNS} columns.
     *
     * @param width at least 1 ms; 1 s unless set
     * @return this builder
     * @throws IllegalArgumentException if it is shorter
     * @throws IllegalStateException if something was counted
     */
    public Builder column(Duration width) {
      requireEmpty("column");
      if (Arguments.positive("column", width).toMillis() < 1) {
        throw Arguments.refusal("column", width, ">= PT0.001S");
      }
      columnMillis = width.toMillis();
      return this;
    }

    /**
     * Sets how fine the rows are.
     *
     * @param rows 1 to 8 from a latency to its double; 1 unless set
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     * @throws IllegalStateException if something was counted
     */
    public Builder rowsPerDoubling(int rows) {
      requireEmpty("rowsPerDoubling");
      rowsPerDoubling = Arguments.between("rowsPerDoubling", rows, 1, 8);
      return this;
    }

    /**
     * Counts runs.
     *
     * @param at when
     * @param took how long each; what is below a nanosecond counts as one
     * @param count how many; nothing is counted unless it is above zero
     * @return this builder
     */
    public Builder add(Instant at, Duration took, long count) {
      if (count > 0) {
        long column = Math.floorDiv(at.toEpochMilli(), columnMillis);
        counts
            .computeIfAbsent(column, none -> new TreeMap<>())
            .merge(row(Math.max(1, Deadline.nanosOf(took))), count, Long::sum);
        widen();
      }
      return this;
    }

    /** Returns what was counted so far; an empty map has one empty column and row. */
    public HeatMap build() {
      long first = counts.isEmpty() ? 0 : counts.firstKey();
      long last = counts.isEmpty() ? 0 : counts.lastKey();
      int lowest = lowest();
      int highest = lowest;
      List<Cell> cells = new ArrayList<>();
      for (Map.Entry<Long, Map<Integer, Long>> column : counts.entrySet()) {
        for (Map.Entry<Integer, Long> row : column.getValue().entrySet()) {
          highest = Math.max(highest, row.getKey());
          int at = (int) (column.getKey() - first);
          cells.add(new Cell(at, row.getKey() - lowest, row.getValue()));
        }
      }
      return new HeatMap(
          name,
          Instant.ofEpochMilli(first * columnMillis),
          Duration.ofMillis(columnMillis),
          (int) (last - first) + 1,
          rowsPerDoubling,
          lowest,
          highest - lowest + 1,
          cells);
    }

    private int lowest() {
      return counts.values().stream()
          .flatMap(column -> column.keySet().stream())
          .mapToInt(Integer::intValue)
          .min()
          .orElse(0);
    }

    private int row(long nanos) {
      int row = (int) Math.floor(rowsPerDoubling * Math.log(nanos) / Math.log(2));
      return nanos >= Math.round(Math.pow(2, (row + 1.0) / rowsPerDoubling)) ? row + 1 : row;
    }

    private void widen() {
      while (counts.lastKey() - counts.firstKey() >= MOST_COLUMNS) {
        columnMillis *= 2;
        Map<Long, Map<Integer, Long>> narrow = new TreeMap<>(counts);
        counts.clear();
        narrow.forEach(
            (column, rows) -> {
              Map<Integer, Long> wide =
                  counts.computeIfAbsent(Math.floorDiv(column, 2L), none -> new TreeMap<>());
              rows.forEach((row, count) -> wide.merge(row, count, Long::sum));
            });
      }
    }

    private void requireEmpty(String setting) {
      if (!counts.isEmpty()) {
        throw new IllegalStateException(
            Arguments.text(setting, "after the first run", "before anything is counted"));
      }
    }
  }
}
