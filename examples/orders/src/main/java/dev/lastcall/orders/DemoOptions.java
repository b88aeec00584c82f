package dev.lastcall.orders;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What to show. Immutable.
 *
 * @param directory where the service keeps its data, logs and report; made if it is not there
 * @param form how the service ends
 * @param stuck the component whose close never returns
 * @param chaosSeed what decides which closes are delayed, fail or hang
 * @param requestsPerSecond how many orders are due in a second
 * @param connections how many connections the client may use
 * @param load how long the service is under load before the signal
 * @param gracePeriod from SIGTERM to SIGKILL
 */
public record DemoOptions(
    Path directory,
    ExitForm form,
    Optional<String> stuck,
    OptionalLong chaosSeed,
    int requestsPerSecond,
    int connections,
    Duration load,
    Duration gracePeriod) {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if a value cannot be used; says what was expected
   */
  public DemoOptions {
    stuck.ifPresent(Faults::stuck);
    if (stuck.isPresent() && chaosSeed.isPresent()) {
      throw new IllegalArgumentException(
          "chaos: " + chaosSeed.getAsLong() + " (expected: not together with stuck)");
    }
    requireWithin("requestsPerSecond", requestsPerSecond, 1, 10_000);
    requireWithin("connections", connections, 1, 1_000);
    requirePositive("load", load);
    requirePositive("gracePeriod", gracePeriod);
  }

  /**
   * Returns the demo as it is shown first: with Lastcall, no faults, 300 orders a second over 64
   * connections for 3 seconds, and a grace period of 10 seconds.
   *
   * @param directory where the service keeps its data, logs and report
   * @return the options
   */
  public static DemoOptions in(Path directory) {
    return new DemoOptions(
        directory,
        ExitForm.LASTCALL,
        Optional.empty(),
        OptionalLong.empty(),
        300,
        64,
        Duration.ofSeconds(3),
        Duration.ofSeconds(10));
  }

  /**
   * Returns the same demo with another directory.
   *
   * @param other where the service keeps its data, logs and report
   * @return the options
   */
  public DemoOptions withDirectory(Path other) {
    return new DemoOptions(
        other, form, stuck, chaosSeed, requestsPerSecond, connections, load, gracePeriod);
  }

  /**
   * Returns the same demo with another way to end.
   *
   * @param other the form
   * @return the options
   */
  public DemoOptions withForm(ExitForm other) {
    return new DemoOptions(
        directory, other, stuck, chaosSeed, requestsPerSecond, connections, load, gracePeriod);
  }

  /**
   * Returns the same demo with a component whose close never returns.
   *
   * @param component one of http, outbox, broker, db, log
   * @return the options
   * @throws IllegalArgumentException if there is no such component
   */
  public DemoOptions withStuck(String component) {
    return new DemoOptions(
        directory,
        form,
        Optional.of(component),
        chaosSeed,
        requestsPerSecond,
        connections,
        load,
        gracePeriod);
  }

  /**
   * Returns the same demo with closes that are delayed, fail or hang at random.
   *
   * @param seed decides what happens
   * @return the options
   */
  public DemoOptions withChaos(long seed) {
    return new DemoOptions(
        directory,
        form,
        stuck,
        OptionalLong.of(seed),
        requestsPerSecond,
        connections,
        load,
        gracePeriod);
  }

  /**
   * Returns the same demo with another load.
   *
   * @param perSecond how many orders are due in a second
   * @param duration how long before the signal
   * @return the options
   * @throws IllegalArgumentException if a value is not positive
   */
  public DemoOptions withLoad(int perSecond, Duration duration) {
    return new DemoOptions(
        directory, form, stuck, chaosSeed, perSecond, connections, duration, gracePeriod);
  }

  /**
   * Returns the same demo with another grace period.
   *
   * @param length from SIGTERM to SIGKILL
   * @return the options
   * @throws IllegalArgumentException if it is not positive
   */
  public DemoOptions withGracePeriod(Duration length) {
    return new DemoOptions(
        directory, form, stuck, chaosSeed, requestsPerSecond, connections, load, length);
  }

  /** {@return the parts of the service that can be struck, in the order in which they end} */
  public static List<String> parts() {
    return Faults.COMPONENTS;
  }

  /** {@return what goes wrong with the parts, such as {@code db hangs}; empty if nothing does} */
  public List<String> faults() {
    Faults faults =
        stuck
            .map(Faults::stuck)
            .orElseGet(
                () -> chaosSeed.isPresent() ? Faults.chaos(chaosSeed.getAsLong()) : Faults.none());
    return Faults.COMPONENTS.stream()
        .filter(component -> faults.effectOn(component) != Faults.Effect.NONE)
        .map(component -> component + " " + faults.effectOn(component).words())
        .toList();
  }

  /** The command line of the service. */
  List<String> serviceArguments() {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--directory", directory.toString()));
    arguments.addAll(List.of("--grace-millis", Long.toString(gracePeriod.toMillis())));
    stuck.ifPresent(component -> arguments.addAll(List.of("--stuck", component)));
    chaosSeed.ifPresent(seed -> arguments.addAll(List.of("--chaos", Long.toString(seed))));
    return List.copyOf(arguments);
  }

  private static void requireWithin(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + ": " + value + " (expected: " + least + " to " + most + ")");
    }
  }

  private static void requirePositive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: > PT0S)");
    }
  }
}
