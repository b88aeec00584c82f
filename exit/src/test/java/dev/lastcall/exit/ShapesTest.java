package dev.lastcall.exit;

import static dev.lastcall.api.CleanupSpec.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitPlan;
import dev.lastcall.api.ExitReport.CleanupReport;
import dev.lastcall.api.PlainCleanup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/** Very large graphs: no recursion, nothing quadratic (which would take minutes here). */
final class ShapesTest {
  private static final int SIZE = 100_000;
  private static final Duration BOUND = Duration.ofSeconds(1);
  private static final Duration AVAILABLE = Duration.ofDays(2);

  private final LongAdder runs = new LongAdder();
  private final ExitCoordinator exit =
      ExitCoordinator.create(Threads.EIGHT, ExitSettings.within(AVAILABLE));

  private static CleanupSpec node(int number) {
    return named("n" + number).within(BOUND);
  }

  private CleanResult run(List<CleanupSpec> specs) {
    PlainCleanup count = runs::increment;
    specs.forEach(spec -> exit.defer(spec, count));
    exit.ready();
    CleanResult result = exit.run(Deadline.after(AVAILABLE), System.nanoTime());
    assertThat(runs.sum()).isEqualTo(SIZE);
    assertThat(result.cleanups()).hasSize(SIZE);
    for (CleanupReport report : result.cleanups()) {
      assertThat(report.outcome().isCompleted()).as(report.name()).isTrue();
    }
    return result;
  }

  private static List<CleanupSpec> chain() {
    List<CleanupSpec> specs = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      specs.add(i == 0 ? node(0) : node(i).after("n" + (i - 1)));
    }
    return specs;
  }

  @Test
  void aChain() {
    CleanResult result = run(chain());
    assertThat(result.criticalPath()).hasSize(SIZE);
    for (int i = 0; i < SIZE; i++) {
      assertThat(result.cleanups().get(i).name()).isEqualTo("n" + i);
    }
  }

  @Test
  void aChainRegisteredBackwards() {
    List<CleanupSpec> specs = chain();
    Collections.reverse(specs);
    assertThat(run(specs).criticalPath()).hasSize(SIZE);
  }

  @Test
  void aChainRegisteredInRandomOrder() {
    List<CleanupSpec> specs = chain();
    Collections.shuffle(specs, new Random(4));
    assertThat(run(specs).criticalPath()).hasSize(SIZE);
  }

  @Test
  void aFan() {
    List<CleanupSpec> specs = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      specs.add(i == 0 ? node(0) : node(i).after("n0"));
    }
    assertThat(run(specs).criticalPath()).hasSize(2).startsWith("n0");
    assertThat(exit.width()).isEqualTo(SIZE - 1);
  }

  @Test
  void aFanInAndOutAgain() {
    List<CleanupSpec> specs = new ArrayList<>();
    String[] middle = new String[SIZE - 2];
    specs.add(node(0));
    for (int i = 1; i < SIZE - 1; i++) {
      specs.add(node(i).after("n0"));
      middle[i - 1] = "n" + i;
    }
    specs.add(node(SIZE - 1).after(middle));
    assertThat(run(specs).criticalPath()).hasSize(3);
  }

  @Test
  void layersOfRandomEdges() {
    Random random = new Random(7);
    List<CleanupSpec> specs = new ArrayList<>();
    int width = 300;
    for (int i = 0; i < SIZE; i++) {
      int above = (i / width - 1) * width;
      specs.add(
          above < 0
              ? node(i)
              : node(i)
                  .after(
                      "n" + (above + random.nextInt(width)),
                      "n" + (above + random.nextInt(width))));
    }
    CleanResult result = run(specs);
    assertThat(result.criticalPath()).hasSizeBetween(1, SIZE / width + 1);
    assertThat(exit.width()).isBetween(width, SIZE);
  }

  @Test
  void thePlanOfALongChain() {
    chain().forEach(spec -> exit.defer(spec, (PlainCleanup) () -> {}));
    ExitPlan plan = exit.plan();
    assertThat(plan.demanded()).isEqualTo(BOUND.multipliedBy(SIZE));
    assertThat(plan.verdict()).isEqualTo(ExitPlan.Verdict.FITS);
    assertThat(plan.toString()).hasLineCount(SIZE + 6);
  }
}
