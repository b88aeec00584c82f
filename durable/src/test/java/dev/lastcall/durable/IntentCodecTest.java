package dev.lastcall.durable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.durable.IntentRecord.Closure;
import dev.lastcall.durable.IntentRecord.Registered;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class IntentCodecTest {
  private static final List<IntentRecord> RECORDS =
      List.of(
          Intents.registered(7),
          Intents.carried(7, 3),
          Intents.began(7, 2),
          Intents.failed(7, 2),
          Intents.skipped(7, 2),
          Intents.closed(7, Closure.COMPLETED),
          Intents.closed(7, Closure.WITHDRAWN),
          Intents.closed(7, Closure.DEAD_LETTERED));

  @Test
  void whatIsWrittenIsRead() {
    for (IntentRecord record : RECORDS) {
      assertThat(decode(IntentCodec.typeOf(record), IntentCodec.encode(record))).contains(record);
    }
  }

  @Test
  void theLongestOfEverythingFits() {
    String longest = "\u20ac".repeat(5_000);
    Intent intent =
        new Intent(
            "k".repeat(64),
            1,
            "\u20ac".repeat(100),
            Payload.copyOf(new byte[65_536]),
            longest,
            Intents.NOON);
    Registered record =
        new Registered(intent, new Progress(1, 0, Intents.NOON, "timed-out", longest));

    IntentRecord read = decode(1, IntentCodec.encode(record)).orElseThrow();

    assertThat(((Registered) read).intent().payload().size()).isEqualTo(65_536);
    assertThat(((Registered) read).progress().lastCause()).isEqualTo("\u20ac".repeat(200));
  }

  @Test
  void whatALaterVersionAddsBehindIsPassedOver() {
    for (IntentRecord record : RECORDS) {
      byte[] bytes = IntentCodec.encode(record);
      byte[] longer = Arrays.copyOf(bytes, bytes.length + 9);
      assertThat(decode(IntentCodec.typeOf(record), longer)).contains(record);
    }
  }

  @Test
  void whatIsCutShortOrOfAnotherTypeIsNoRecord() {
    for (IntentRecord record : RECORDS) {
      byte[] bytes = IntentCodec.encode(record);
      for (int length = 0; length < bytes.length; length++) {
        assertThat(decode(IntentCodec.typeOf(record), Arrays.copyOf(bytes, length))).isEmpty();
      }
      assertThat(decode(5, bytes)).isEmpty();
    }
    byte[] noClosure = IntentCodec.encode(Intents.closed(1, Closure.COMPLETED));
    noClosure[noClosure.length - 1] = 9;
    assertThat(decode(4, noClosure)).isEmpty();
    noClosure[noClosure.length - 1] = -1;
    assertThat(decode(4, noClosure)).isEmpty();
  }

  private static Optional<IntentRecord> decode(int type, byte[] bytes) {
    return IntentCodec.decode(type, ByteBuffer.wrap(bytes).asReadOnlyBuffer());
  }
}
