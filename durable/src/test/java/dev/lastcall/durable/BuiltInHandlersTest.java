package dev.lastcall.durable;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lastcall.api.Deadline;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The handlers that need no code. */
final class BuiltInHandlersTest {
  @TempDir Path temp;

  private Path root = Path.of("");

  @BeforeEach
  void makeRoot() throws IOException {
    root = Files.createDirectory(temp.resolve("root"));
  }

  @Test
  void aFileIsDeletedByItsPathBelowTheRootOrFromIt() throws IOException {
    Path one = Files.writeString(root.resolve("one"), "");
    Path two = Files.writeString(root.resolve("two"), "");

    delete(one.toString());
    delete("two");
    delete("two");
    delete("no-folder/no-file");

    assertThat(root).isEmptyDirectory();
    assertThat(two).doesNotExist();
  }

  @Test
  void whatLiesElsewhereIsNotTouched() throws IOException {
    Path outside = Files.writeString(temp.resolve("outside"), "");
    Files.createSymbolicLink(root.resolve("up"), temp);

    for (String path :
        new String[] {outside.toString(), "../outside", "up/outside", "", ".", "/"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> delete(path))
          .withMessageContaining("(expected: a path below " + root);
    }
    assertThat(outside).exists();
  }

  @Test
  void ofALinkTheLinkIsDeleted() throws IOException {
    Path outside = Files.writeString(temp.resolve("outside"), "");
    Files.createSymbolicLink(root.resolve("link"), outside);

    delete("link");

    assertThat(root.resolve("link")).doesNotExist();
    assertThat(outside).exists();
  }

  @Test
  void aFolderWithSomethingInItIsNotDeleted() throws IOException {
    Files.writeString(Files.createDirectory(root.resolve("folder")).resolve("file"), "");
    assertThatThrownBy(() -> delete("folder")).isInstanceOf(DirectoryNotEmptyException.class);
  }

  @Test
  void theRootHasToBeAFolder() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DeleteFile.under(temp.resolve("none")))
        .withMessage("root: " + temp.resolve("none") + " (expected: a folder)");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aCommandIsRunWithItsArgumentsAndItsKey() throws Exception {
    Path out = temp.resolve("out");
    String script = "printf '%s' \"$1 $LASTCALL_IDEMPOTENCY_KEY $LASTCALL_ATTEMPT\" > " + out;

    run("sh\n-c\n" + script + "\nsh\na b", ofMinutes(1));
    assertThat(out).hasContent("a b key 2");

    run("[\"sh\", \"-c\", \"echo json > " + out + "\"]", ofMinutes(1));
    assertThat(out).hasContent("json");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aCommandThatEndsWithAnotherCodeHasFailed() {
    assertThatThrownBy(() -> run("sh\n-c\nexit 3", ofMinutes(1))).hasMessage("sh ended with 3");
    assertThatThrownBy(() -> run("/no/such/command", ofMinutes(1))).isInstanceOf(IOException.class);
    assertThatIllegalArgumentException().isThrownBy(() -> run("\n", ofMinutes(1)));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aCommandThatIsTooSlowIsKilledWithItsChildren() throws IOException {
    Path pid = temp.resolve("pid");

    assertThatThrownBy(() -> run("sh\n-c\nsleep 600 & echo $! > " + pid + "; wait", ofMillis(500)))
        .isInstanceOf(TimeoutException.class);

    long child = Long.parseLong(Files.readString(pid).strip());
    await().until(() -> ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
  }

  private void delete(String path) throws IOException {
    DeleteFile.under(root).clean(intent(path, ofMinutes(1)));
  }

  private static void run(String command, Duration time) throws Exception {
    RunCommand.any().clean(intent(command, time));
  }

  private static DurableIntent intent(String payload, Duration time) {
    Intent intent = new Intent("key", 1, "handler", Payload.of(payload), "", Intents.NOON);
    return new DurableIntent(intent, 2, Deadline.after(time));
  }
}
