package dev.lastcall.runtime;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.ExitReport.ProcessFacts;
import dev.lastcall.api.Finding;
import dev.lastcall.api.GracePeriod;
import dev.lastcall.api.Mode;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What is settled about the exit at start-up and never changes.
 *
 * @param process what the report says of the process
 * @param grace what the platform allows
 * @param mode the mode in force
 * @param flushReserve the flush slice that was asked for
 * @param codes the exit codes
 */
record Terms(
    ProcessFacts process, GracePeriod grace, Mode mode, Duration flushReserve, ExitCodes codes) {
  static Terms of(Settings settings, Surroundings surroundings, Consumer<Finding> findings) {
    GracePeriod grace =
        new GracePeriodDiscovery(surroundings)
            .find(settings.gracePeriod, settings.preStop, findings);
    return new Terms(
        ThisProcess.facts(surroundings, settings.version),
        grace,
        settings.mode,
        settings.flushReserve,
        settings.exitCodes);
  }

  /**
   * Returns what the cleanups have in all.
   *
   * @throws IllegalArgumentException if nothing is left for them
   */
  Duration less(Duration reserve, Duration preDrain) {
    Duration taken = reserve.plus(preDrain);
    Duration available = grace.length().minus(taken);
    if (available.isNegative() || available.isZero()) {
      throw Arguments.refusal(
          "gracePeriod",
          grace.length(),
          "> "
              + taken
              + ", the flush reserve and the pre-drain delay; it is from "
              + grace.source());
    }
    return available;
  }
}
