package dev.lastcall.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FateTest {
  @ParameterizedTest
  @CsvSource({
    "200, ANSWERED",
    "201, ANSWERED",
    "299, ANSWERED",
    "302, LOST",
    "400, LOST",
    "500, LOST",
    "502, LOST",
    "503, REFUSED",
    "504, LOST"
  })
  void aStatusDecides(int status, Fate fate) {
    assertThat(Fate.ofStatus(status)).isEqualTo(fate);
  }

  @Test
  void onlyARefusedConnectionIsSafeToTryElsewhere() {
    assertThat(Fate.ofFailure(new ConnectException())).isEqualTo(Fate.REFUSED);
    assertThat(Fate.ofFailure(new SocketException("Connection reset"))).isEqualTo(Fate.LOST);
    assertThat(Fate.ofFailure(new SocketTimeoutException())).isEqualTo(Fate.LOST);
    assertThat(Fate.ofFailure(new EOFException())).isEqualTo(Fate.LOST);
  }
}
