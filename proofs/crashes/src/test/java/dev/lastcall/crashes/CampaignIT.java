package dev.lastcall.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CampaignIT {
  private static final int KILLS = 50;
  private static final int THREADS = 4;

  @TempDir Path folder;

  @Test
  void whatAProcessWasToldIsKeptOutlivesFiftyKillsAndNothingIsInvented() throws IOException {
    long seed = ThreadLocalRandom.current().nextInt(1, 1_000_000);
    Logger.getLogger(CampaignIT.class.getName()).info("seed " + seed);

    Counts counts = Campaign.run(folder, KILLS, THREADS, seed, soFar -> {});

    assertThat(counts.isClean()).as(counts + ", seed " + seed).isTrue();
    assertThat(counts.kills()).isEqualTo(KILLS);
    assertThat(counts.acknowledged()).isPositive();
    assertThat(counts.durable()).isPositive();
  }
}
