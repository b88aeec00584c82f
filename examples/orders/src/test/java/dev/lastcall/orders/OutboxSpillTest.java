package dev.lastcall.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutboxSpillTest {
  private static final Order TEA = new Order("order-1", "tea", BigDecimal.ONE);
  private static final Order RICE = new Order("order-2", "rice", BigDecimal.TEN);

  @Test
  void givesBackWhatItKept(@TempDir Path directory) throws IOException {
    OutboxSpill spill = new OutboxSpill(directory.resolve("outbox.jsonl"));
    spill.write(List.of(TEA, RICE));
    assertThat(spill.read()).containsExactly(TEA, RICE);
    spill.clear();
    assertThat(spill.read()).isEmpty();
  }

  @Test
  void leavesOutALineThatWasCutOff(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("outbox.jsonl");
    OutboxSpill spill = new OutboxSpill(file);
    spill.write(List.of(TEA));
    Files.writeString(file, "{\"id\":\"order-", StandardOpenOption.APPEND);
    assertThat(spill.read()).containsExactly(TEA);
  }

  @Test
  void writesNoFileWhenNothingIsLeft(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("outbox.jsonl");
    new OutboxSpill(file).write(List.of());
    assertThat(file).doesNotExist();
  }
}
