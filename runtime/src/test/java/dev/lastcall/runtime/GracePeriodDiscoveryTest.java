package dev.lastcall.runtime;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lastcall.api.Finding;
import dev.lastcall.api.GracePeriod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GracePeriodDiscoveryTest {
  @TempDir Path root;

  private final Map<String, String> environment = new HashMap<>();
  private final Properties properties = new Properties();
  private final Findings findings = new Findings();

  private GracePeriod find() {
    return find(Optional.empty(), Duration.ZERO);
  }

  private GracePeriod find(Optional<Duration> explicit, Duration preStop) {
    return new GracePeriodDiscovery(new Surroundings(root, environment, properties))
        .find(explicit, preStop, findings::add);
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file.substring(1));
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void isThirtySecondsWhereNothingIsKnown() {
    assertThat(find()).isEqualTo(new GracePeriod(ofSeconds(30), "default"));
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void theBuilderWinsOverEverything() {
    properties.setProperty("lastcall.grace-period", "7s");

    assertThat(find(Optional.of(ofSeconds(3)), Duration.ZERO))
        .isEqualTo(new GracePeriod(ofSeconds(3), "builder"));
  }

  @Test
  void thePropertyWinsOverTheEnvironment() {
    properties.setProperty("lastcall.grace-period", "7s");
    environment.put("LASTCALL_GRACE_PERIOD", "8s");

    assertThat(find())
        .isEqualTo(new GracePeriod(ofSeconds(7), "system property lastcall.grace-period"));
  }

  @Test
  void anUnreadableValueIsReportedAndTheNextSourceIsUsed() {
    properties.setProperty("lastcall.grace-period", "soon");
    environment.put("LASTCALL_GRACE_PERIOD", "PT8S");

    assertThat(find())
        .isEqualTo(new GracePeriod(ofSeconds(8), "environment variable LASTCALL_GRACE_PERIOD"));
    assertThat(findings.list())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.id()).isEqualTo("grace-period-unreadable");
              assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
              assertThat(finding.message())
                  .isEqualTo(
                      "system property lastcall.grace-period: \"soon\" (expected: a duration such"
                          + " as 30s, PT30S or 30)");
            });
  }

  @Test
  void aPodAnnotationIsReadFromTheDownwardVolume() throws IOException {
    write(
        "/etc/podinfo/annotations",
        "kubernetes.io/config.source=\"api\"\nlastcall.dev/grace-period=\"45s\"\n");
    environment.put("TERMINATION_GRACE_PERIOD_SECONDS", "50");

    assertThat(find().length()).isEqualTo(ofSeconds(45));
    assertThat(find().source()).contains("lastcall.dev/grace-period");
  }

  @Test
  void thePodsEnvironmentIsReadAsSeconds() {
    environment.put("TERMINATION_GRACE_PERIOD_SECONDS", "50");

    assertThat(find().length()).isEqualTo(ofSeconds(50));
  }

  @Test
  void aPodThatSaysNothingIsToldWhatIsAssumed() {
    environment.put("KUBERNETES_SERVICE_HOST", "10.0.0.1");

    assertThat(find().source()).isEqualTo("default");
    assertThat(findings.list()).extracting(Finding::id).containsExactly("grace-period-assumed");
  }

  @Test
  void aSystemdUnitsTimeoutIsReadWithItsDropIns() throws IOException {
    environment.put("INVOCATION_ID", "5f2");
    write("/proc/self/cgroup", "0::/system.slice/orders.service\n");
    write("/usr/lib/systemd/system/orders.service", "[Service]\nTimeoutStopSec=20s\n");
    assertThat(find())
        .isEqualTo(new GracePeriod(ofSeconds(20), "TimeoutStopSec of systemd unit orders.service"));

    write("/etc/systemd/system/orders.service.d/10-slow.conf", "[Service]\nTimeoutSec=1min 30s\n");
    write("/run/systemd/system/orders.service.d/20-fast.conf", "[Service]\nTimeoutStopSec=25\n");
    assertThat(find().length()).isEqualTo(ofSeconds(25));
  }

  @Test
  void aTemplatedUnitIsReadFromItsTemplate() throws IOException {
    environment.put("INVOCATION_ID", "5f2");
    write(
        "/proc/self/cgroup", "1:name=systemd:/system.slice/system-orders.slice/orders@eu.service");
    write("/etc/systemd/system/orders@.service", "[Service]\nTimeoutStopSec=2min\n");

    assertThat(find().length()).isEqualTo(ofMinutes(2));
  }

  @Test
  void aUnitThatSaysNothingHasTheManagersDefault() throws IOException {
    environment.put("INVOCATION_ID", "5f2");
    write("/proc/self/cgroup", "0::/system.slice/orders.service\n");
    assertThat(find())
        .isEqualTo(new GracePeriod(ofSeconds(90), "systemd's default for orders.service"));

    write(
        "/etc/systemd/system.conf",
        "[Manager]\n#DefaultTimeoutStopSec=5s\nDefaultTimeoutStopSec=40s\n");
    assertThat(find().length()).isEqualTo(ofSeconds(40));
  }

  @Test
  void aUnitWithoutLimitAndALoginSessionSayNothing() throws IOException {
    environment.put("INVOCATION_ID", "5f2");
    write("/proc/self/cgroup", "0::/system.slice/orders.service\n");
    write("/etc/systemd/system/orders.service", "[Service]\nTimeoutStopSec=infinity\n");
    assertThat(find().source()).isEqualTo("default");

    write("/proc/self/cgroup", "0::/user.slice/user-0.slice/user@0.service\n");
    assertThat(find().source()).isEqualTo("default");
  }

  @Test
  void whatPreStopHasSpentIsTakenOff() {
    assertThat(find(Optional.empty(), ofSeconds(5)))
        .isEqualTo(new GracePeriod(ofSeconds(25), "default less preStop PT5S"));
  }

  @Test
  void aPreStopThatLeavesNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> find(Optional.empty(), ofSeconds(30)))
        .withMessage("preStop: PT30S (expected: < PT30S, the grace period from default)");
  }

  @Test
  void readsDurationsAsPeopleWriteThem() {
    assertThat(DurationText.parse("500ms")).contains(Duration.ofMillis(500));
    assertThat(DurationText.parse(" 2 min 5 s ")).contains(ofSeconds(125));
    assertThat(DurationText.parse("pt1m")).contains(ofMinutes(1));
    assertThat(DurationText.parse("1h")).contains(ofHours(1));
  }

  @Test
  void aSourceThatCannotBeAskedIsPassedOver() throws IOException {
    write("/proc/self/cgroup", "0::/system.slice/or\0ders.service\n");
    environment.put("INVOCATION_ID", "0123");

    assertThat(find().source()).isEqualTo("default");
    assertThat(findings.list()).extracting(Finding::id).containsExactly("grace-period-unreadable");
  }

  @Test
  void refusesTextThatIsNoDurationAboveZero() {
    for (String text : new String[] {"", "0", "-5s", "5 parsecs", "s5", "PT", "PT-5S", "5s!"}) {
      assertThat(DurationText.parse(text)).as(text).isEmpty();
    }
  }
}
