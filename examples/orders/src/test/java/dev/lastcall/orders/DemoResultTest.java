package dev.lastcall.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DemoResultTest {
  @Test
  void isOneLineOfJson() {
    DemoResult result = result(ExitForm.NAIVE);
    assertThat(result.lost()).isEqualTo(15);
    assertThat(result.toJson())
        .isEqualTo(
            "{\"form\":\"naive\",\"sent\":10,\"answered\":6,\"refused\":3,\"elsewhere\":5,\"lost\":15,"
                + "\"lostAnswers\":1,\"lostRows\":2,\"lostMessages\":4,\"lostLogLines\":8,"
                + "\"exitMillis\":2001,\"graceMillis\":10000,\"exitCode\":143,\"killed\":false,"
                + "\"outcomes\":{},\"report\":null,\"page\":null}");
  }

  @Test
  void isAMemberForEachFormWhenThereAreTwo() {
    assertThat(DemoResult.toJson(List.of(result(ExitForm.NAIVE), result(ExitForm.LASTCALL))))
        .startsWith("{\"naive\":{\"form\":\"naive\",")
        .contains("},\"lastcall\":{\"form\":\"lastcall\",")
        .endsWith("}}");
  }

  private static DemoResult result(ExitForm form) {
    return new DemoResult(
        form, 10, 6, 3, 5, new Losses(1, 2, 4, 8), 2_001, 10_000, 143, false, Optional.empty());
  }
}
