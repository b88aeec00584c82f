package dev.lastcall.exit;

import static dev.lastcall.api.CleanupSpec.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Deadline;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ScheduleTest {
  private static final TickScale SCALE = TickScale.spanning(Duration.ofSeconds(60));

  private final Nodes nodes = new Nodes();

  private int add(CleanupSpec spec) {
    return nodes.addLive(spec, context -> {}, SCALE.boundTicks(spec.timeout()));
  }

  private Schedule within(Duration available) {
    return Schedule.of(nodes, Deadline.at(available.toNanos(), () -> 0), 0, SCALE);
  }

  @Test
  void whatMayTakeLongestGoesFirst() {
    int brief = add(named("brief").within(Duration.ofSeconds(2)));
    int slow = add(named("slow").within(Duration.ofSeconds(9)));

    Schedule schedule = within(Duration.ofSeconds(30));
    assertThat(schedule.rank(slow)).isZero();
    assertThat(schedule.node(1)).isEqualTo(brief);
  }

  @Test
  void whatUsuallyTakesLongestGoesFirstWhereThatIsSaid() {
    int slowAtWorst =
        add(named("a").within(Duration.ofSeconds(9)).expecting(Duration.ofMillis(10)));
    int slowAsARule =
        add(named("b").within(Duration.ofSeconds(5)).expecting(Duration.ofSeconds(4)));
    int unsaid = add(named("c").within(Duration.ofSeconds(3)));

    Schedule schedule = within(Duration.ofSeconds(30));
    assertThat(schedule.node(0)).isEqualTo(slowAsARule);
    assertThat(schedule.node(1)).isEqualTo(unsaid);
    assertThat(schedule.node(2)).isEqualTo(slowAtWorst);
  }

  @Test
  void aPlanFitsIfTheLongestPathWithItsPatienceDoes() {
    add(named("a").within(Duration.ofSeconds(10)));

    assertThat(within(Duration.ofSeconds(11)).fits()).isTrue();
    assertThat(within(Duration.ofSeconds(10)).fits()).isFalse();
  }
}
