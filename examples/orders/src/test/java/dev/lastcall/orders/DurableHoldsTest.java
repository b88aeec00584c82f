package dev.lastcall.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastcall.durable.DurableRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DurableHoldsTest {
  private static final Order TEA = new Order("order-1", "tea", BigDecimal.ONE);

  @TempDir Path directory;

  @Test
  void aHoldIsThereUntilItIsClosedAndEachReleaseIsTold() throws IOException {
    List<DurableRun> runs = new CopyOnWriteArrayList<>();
    DurableHolds holds = DurableHolds.open(directory, runs::add);
    try (StockHolds.Hold hold = holds.take(TEA)) {
      assertThat(hold).isNotNull();
      assertThat(LeftBehind.holds(directory)).isEqualTo(1);
      assertThatThrownBy(() -> holds.take(TEA)).isInstanceOf(UncheckedIOException.class);
      assertThat(LeftBehind.holds(directory)).isEqualTo(1);
    }
    assertThat(LeftBehind.holds(directory)).isZero();
    assertThat(runs).extracting(DurableRun::text).containsExactly("order-1");
  }
}
