package dev.lastcall.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfCheckTest {
  @TempDir Path root;

  private final Findings findings = new Findings();

  private Surroundings surroundings() {
    return new Surroundings(root, Map.of(), new Properties());
  }

  private void process(int pid, String name, int parent) throws IOException {
    Path folder = Files.createDirectories(root.resolve("proc/" + pid));
    Files.writeString(folder.resolve("comm"), name + "\n");
    Files.writeString(folder.resolve("status"), "Name:\t" + name + "\nPPid:\t" + parent + "\n");
  }

  @Test
  void aShellAsProcessOneIsFound() throws IOException {
    process(1, "sh", 0);
    process(7, "java", 1);

    SelfCheck.check(surroundings(), 7, findings::add);

    assertThat(findings.list())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.id()).isEqualTo("shell-swallows-signals");
              assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
              assertThat(finding.message()).startsWith("process 1 is sh,");
            });
  }

  @Test
  void aShellBetweenASmallInitAndTheProcessIsFound() throws IOException {
    process(1, "tini", 0);
    process(6, "bash", 1);
    process(7, "java", 6);

    SelfCheck.check(surroundings(), 7, findings::add);

    assertThat(findings.list()).hasSize(1);
  }

  @Test
  void anInitAProcessOneOfOurOwnAndATerminalAreFine() throws IOException {
    process(1, "tini", 0);
    process(7, "java", 1);
    SelfCheck.check(surroundings(), 7, findings::add);

    process(1, "systemd", 0);
    process(6, "bash", 1);
    process(7, "java", 6);
    SelfCheck.check(surroundings(), 7, findings::add);

    process(1, "java", 0);
    SelfCheck.check(surroundings(), 1, findings::add);

    assertThat(findings.list()).isEmpty();
  }

  @Test
  void nothingIsFoundWhereThereIsNoProc() {
    SelfCheck.check(surroundings(), 7, findings::add);

    assertThat(findings.list()).isEmpty();
  }

  @Test
  void theMaskOfIgnoredSignalsIsRead() throws IOException {
    Files.createDirectories(root.resolve("proc/self"));
    Files.writeString(root.resolve("proc/self/status"), "SigBlk:\t0\nSigIgn:\t0000000000000003\n");

    SignalMask mask = SignalMask.of(surroundings());

    assertThat(mask.isIgnored(1)).isTrue();
    assertThat(mask.isIgnored(2)).isTrue();
    assertThat(mask.isIgnored(15)).isFalse();
  }

  @Test
  void noSignalCountsAsIgnoredWhereTheMaskIsNotKnown() {
    assertThat(SignalMask.of(surroundings()).isIgnored(15)).isFalse();
  }

  @Test
  void librariesWithHooksAreKnownByTheirClassFiles() {
    Set<String> present = Set.of("ch/qos/logback/core/hook/DefaultShutdownHook.class");

    KnownHooks.check(present::contains, findings::add);

    assertThat(findings.list()).extracting(Finding::id).containsExactly("foreign-hook");
    assertThat(findings.list().get(0).message()).startsWith("logback ");
  }
}
