package dev.lastcall.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DemoResultTest {
  @Test
  void isOneLineOfJson() {
    DemoResult result =
        new DemoResult(
            ExitForm.NAIVE,
            10,
            6,
            3,
            5,
            new Losses(1, 2, 4, 8),
            2_001,
            10_000,
            143,
            false,
            Map.of("http", "completed", "db", "abandoned"),
            Optional.of(Path.of("exit.json")));
    assertThat(result.toJson())
        .isEqualTo(
            "{\"form\":\"naive\",\"sent\":10,\"answered\":6,\"refused\":3,\"elsewhere\":5,\"lost\":15,"
                + "\"lostAnswers\":1,\"lostRows\":2,\"lostMessages\":4,\"lostLogLines\":8,"
                + "\"exitMillis\":2001,\"graceMillis\":10000,\"exitCode\":143,\"killed\":false,"
                + "\"outcomes\":{\"db\":\"abandoned\",\"http\":\"completed\"},\"report\":\"exit.json\"}");
  }

  @Test
  void saysNullWhereThereIsNoReport() {
    DemoResult result =
        new DemoResult(
            ExitForm.LASTCALL,
            1,
            1,
            0,
            0,
            new Losses(0, 0, 0, 0),
            1,
            2,
            0,
            false,
            Map.of(),
            Optional.empty());
    assertThat(result.toJson()).endsWith("\"outcomes\":{},\"report\":null}");
    assertThat(result.lost()).isZero();
  }
}
