package dev.lastcall.bench;

import java.util.ArrayList;
import java.util.List;

/** What was measured of one contender on one JDK, in milliseconds or as a ratio. */
final class Samples {
  private final List<Double> sorted = new ArrayList<>();

  void add(double value) {
    sorted.add(value);
    sorted.sort(null);
  }

  int count() {
    return sorted.size();
  }

  double median() {
    return quantile(0.5);
  }

  /** Half the distance of the quartiles. */
  double error() {
    return (quantile(0.75) - quantile(0.25)) / 2;
  }

  /** The smallest value that a part of all values does not exceed. */
  double quantile(double part) {
    return sorted.get(Math.max(0, (int) Math.ceil(part * sorted.size()) - 1));
  }
}
