package dev.lastcall.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lastcall.api.AuditIdentity;
import dev.lastcall.durable.IntentState.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeadLettersTest {
  private static final Progress GIVEN_UP =
      new Progress(
          5, 0, Intents.NOON, "failed", "java.io.IOException: \"down\"\n\u2028\u00e9\ud83d\ude00");

  @TempDir Path folder;

  private DeadLetters letters;

  @BeforeEach
  void make() {
    letters = new DeadLetters(folder);
  }

  @Test
  void aLineCarriesAllThatAPersonNeeds() throws IOException {
    letters.add(
        state(1), Optional.of(new AuditIdentity("CHG-1", "release")), Intents.NOON.plusSeconds(9));

    JsonNode line = new ObjectMapper().readTree(Files.readString(letters.file()));
    assertThat(line.get("at").asText()).isEqualTo("2026-03-14T12:00:09Z");
    assertThat(line.get("handler").asText()).isEqualTo("release-lease");
    assertThat(line.get("idempotencyKey").asText()).isEqualTo("key-1");
    assertThat(line.get("payload").asText()).isEqualTo("orders/1");
    assertThat(line.get("payloadBase64").binaryValue())
        .isEqualTo("orders/1".getBytes(StandardCharsets.UTF_8));
    assertThat(line.get("traceId").asText()).isEqualTo("trace");
    assertThat(line.get("attempts").asInt()).isEqualTo(5);
    assertThat(line.get("lastOutcome").asText()).isEqualTo("failed");
    assertThat(line.get("lastCause").asText()).isEqualTo(GIVEN_UP.lastCause());
    assertThat(line.get("auditId").asText()).isEqualTo("CHG-1");
    assertThat(line.get("auditAction").asText()).isEqualTo("release");
  }

  @Test
  void onlyTheOwnerMayReadThem() throws IOException {
    letters.add(state(1), Optional.empty(), Intents.NOON);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(letters.file())))
        .isEqualTo("rw-------");
  }

  @Test
  void whatIsThereStaysThere() throws IOException {
    letters.add(state(1), Optional.empty(), Intents.NOON);
    String first = Files.readString(letters.file());
    letters.add(state(2), Optional.empty(), Intents.NOON);

    assertThat(letters.file()).content().startsWith(first).hasLineCount(2);
    assertThat(letters.count()).isEqualTo(2);
  }

  @Test
  void afterHalfALineANewOneBegins() throws IOException {
    letters.add(state(1), Optional.empty(), Intents.NOON);
    Files.writeString(letters.file(), "{\"at\":\"2026", StandardOpenOption.APPEND);
    letters.add(state(2), Optional.empty(), Intents.NOON);

    assertThat(Files.readAllLines(letters.file())).hasSize(3);
    assertThat(letters.count()).isEqualTo(2);
  }

  @Test
  void whoDiedBetweenTheLineAndTheTombstoneDoesNotWriteItTwice() throws IOException {
    letters.addOnce(state(1), Optional.empty(), Intents.NOON);
    letters.addOnce(state(1), Optional.empty(), Intents.NOON);
    letters.addOnce(state(11), Optional.empty(), Intents.NOON);

    assertThat(letters.count()).isEqualTo(2);
  }

  @Test
  void whatCannotBeWrittenIsSaid() throws IOException {
    Files.createDirectory(letters.file());

    assertThatThrownBy(() -> letters.add(state(1), Optional.empty(), Intents.NOON))
        .isInstanceOf(IOException.class);
  }

  @Test
  void withoutAFileThereAreNone() throws IOException {
    assertThat(letters.count()).isZero();
  }

  private static IntentState state(long number) {
    return new Waiting(Intents.intent(number), GIVEN_UP);
  }
}
