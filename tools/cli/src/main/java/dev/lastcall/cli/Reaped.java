package dev.lastcall.cli;

import dev.lastcall.api.Finding;
import dev.lastcall.durable.DurableRun;
import dev.lastcall.durable.DurableSnapshot;
import dev.lastcall.durable.ReplayResult;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code lastcall reap} found in one folder and did there.
 *
 * @param folder the folder
 * @param before what was there
 * @param runs the attempts, in order
 * @param result what came of them, null if the folder was only looked at
 * @param findings what a person should know
 */
record Reaped(
    Path folder,
    DurableSnapshot before,
    List<DurableRun> runs,
    @Nullable ReplayResult result,
    List<Finding> findings) {
  Reaped {
    runs = List.copyOf(runs);
    findings = List.copyOf(findings);
  }

  /** Whether nothing is open and nothing was given up now. */
  boolean isFine() {
    return result == null
        ? before.open().isEmpty()
        : result.left().isEmpty() && result.deadLettered() == 0;
  }
}
