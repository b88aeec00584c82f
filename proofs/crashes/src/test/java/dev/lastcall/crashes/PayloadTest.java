package dev.lastcall.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

final class PayloadTest {
  private final byte[] bytes = new byte[Payload.LONGEST];

  @Test
  void whatIsWrittenIsReadBack() {
    for (long count = 1; count <= 500; count++) {
      Payload written = new Payload(3, 1, count);
      int length = written.writeTo(bytes);
      assertThat(Payload.read(ByteBuffer.wrap(bytes, 0, length).slice())).contains(written);
    }
  }

  @Test
  void aPayloadWithAnAlteredByteOrCutShortIsNone() {
    int length = new Payload(3, 1, 2).writeTo(bytes);
    for (int i = 0; i < length; i++) {
      bytes[i] ^= 1;
      assertThat(Payload.read(ByteBuffer.wrap(bytes, 0, length).slice())).isEmpty();
      bytes[i] ^= 1;
      assertThat(Payload.read(ByteBuffer.wrap(bytes, 0, i).slice())).isEmpty();
    }
  }
}
