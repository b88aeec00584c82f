package dev.lastcall.runtime;

import dev.lastcall.api.Deadline.Ticker;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.defer.CleanupThreads;
import dev.lastcall.exit.ExitCoordinator;
import dev.lastcall.flush.LastGasp;
import java.util.List;
import java.util.function.IntFunction;

/**
 * All that an exit needs, put together long before it begins.
 *
 * @param ticker the clock
 * @param terms what is settled
 * @param traffic the requests
 * @param coordinator the graph
 * @param threads run the cleanups
 * @param gasp the flush
 * @param chained the application's own handlers of a signal, by its number
 * @param delivery where the report goes
 * @param findings what the report says beside
 */
record ExitSetup(
    Ticker ticker,
    Terms terms,
    Traffic traffic,
    ExitCoordinator coordinator,
    CleanupThreads threads,
    LastGasp gasp,
    IntFunction<List<Runnable>> chained,
    ReportDelivery delivery,
    Findings findings) {
  void emit(ExitEvent event) {
    traffic.board().note(event);
    delivery.events().offer(event);
  }
}
