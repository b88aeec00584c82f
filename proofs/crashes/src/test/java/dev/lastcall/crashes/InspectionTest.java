package dev.lastcall.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The inspection sees what it is there to see. */
final class InspectionTest {
  private static final int LIFE = 1;

  @TempDir Path directory;

  private long append(Payload... payloads) {
    long sequence = 0;
    byte[] bytes = new byte[Payload.LONGEST];
    try (Journal journal = Journal.in(directory.resolve(Victim.JOURNAL), "crashes/1").open()) {
      for (Payload payload : payloads) {
        int length = payload.writeTo(bytes);
        sequence = journal.append(payload.thread(), bytes, 0, length);
      }
    }
    return sequence;
  }

  private void told(int thread, long count, long sequence) throws IOException {
    try (Acknowledged acknowledged = Acknowledged.open(directory, LIFE, thread)) {
      acknowledged.note(count, sequence);
    }
  }

  private Counts counts() throws IOException {
    return Inspection.of(directory, LIFE, 2, 0).counts();
  }

  @Test
  void whatWasToldAndIsThereIsClean() throws IOException {
    told(0, 2, append(new Payload(LIFE, 0, 1), new Payload(LIFE, 1, 1), new Payload(LIFE, 0, 2)));

    assertThat(counts().isClean()).isTrue();
    assertThat(counts().acknowledged()).isEqualTo(2);
  }

  @Test
  void whatWasToldAndIsNotThereIsMissing() throws IOException {
    told(0, 3, append(new Payload(LIFE, 0, 1)) + 2);

    assertThat(counts().missing()).isEqualTo(2);
  }

  @Test
  void whatNobodyCanHaveWrittenIsInvented() throws IOException {
    append(new Payload(LIFE + 1, 0, 1), new Payload(LIFE, 7, 1), new Payload(LIFE, 0, 2));

    assertThat(counts().invented()).isEqualTo(3);
  }

  @Test
  void aRecordOutOfItsThreadsOrderOrUnderAnotherSequenceIsMisplaced() throws IOException {
    told(0, 2, append(new Payload(LIFE, 0, 2), new Payload(LIFE, 0, 1)));
    assertThat(counts().misplaced()).isPositive();

    told(1, 1, 99);
    append(new Payload(LIFE, 1, 1));
    assertThat(counts().misplaced()).isGreaterThan(1);
  }
}
