package dev.lastcall.runtime;

import static dev.lastcall.api.CleanupSpec.named;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.Finding;
import dev.lastcall.api.Mode;
import dev.lastcall.api.Registration;
import dev.lastcall.exit.PlanRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sun.misc.Signal;
import sun.misc.SignalHandler;

class LastcallTest {
  private static final int SPARES = 8;

  @TempDir Path folder;

  private @Nullable Lastcall installed;

  private Lastcall install(Lastcall.Builder builder) {
    Lastcall lastcall = builder.quiet().install();
    installed = lastcall;
    return lastcall;
  }

  @AfterEach
  void uninstall() {
    if (installed != null) {
      installed.uninstall();
    }
  }

  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("lc:"))
        .filter(name -> !name.startsWith("lc:watch"))
        .collect(Collectors.toSet());
  }

  @Test
  void recordersAloneAreToldOfWhatComesBeforeAnExit() {
    List<ExitEvent> recorded = new CopyOnWriteArrayList<>();
    List<ExitEvent> heard = new CopyOnWriteArrayList<>();
    Lastcall lastcall = install(Lastcall.builder().recorder(recorded::add).listener(heard::add));
    lastcall.defer(named("db"), () -> {});
    lastcall.ready();

    assertThat(recorded)
        .hasExactlyElementsOfTypes(ExitEvent.Installed.class, ExitEvent.Ready.class);
    assertThat(((ExitEvent.Ready) recorded.get(1)).plan()).isEqualTo(lastcall.plan());
    assertThat(heard).isEmpty();
  }

  @Test
  void aSecondInstallationIsRefused() {
    install(Lastcall.builder());

    assertThatIllegalStateException()
        .isThrownBy(() -> Lastcall.builder().install())
        .withMessage("install: the second (expected: one a process; uninstall() the first)");
  }

  @Test
  void uninstallingPutsTheProcessBackAsItWas() {
    Signal signal = new Signal("TERM");
    SignalHandler mine = received -> {};
    SignalHandler jvms = Signal.handle(signal, mine);
    Lastcall lastcall = install(Lastcall.builder().endpoint(0));
    lastcall.ready();
    lastcall.uninstall();
    lastcall.uninstall();

    assertThat(Signal.handle(signal, jvms)).isSameAs(mine);
    await().untilAsserted(() -> assertThat(threads()).isEmpty());
  }

  @Test
  void afterUninstallingThereIsNoReady() {
    Lastcall lastcall = install(Lastcall.builder());
    lastcall.uninstall();

    assertThatIllegalStateException()
        .isThrownBy(lastcall::ready)
        .withMessage("ready: after uninstall() (expected: a call before it)");
  }

  @Test
  void afterUninstallingNothingCanBeRegistered() {
    Lastcall lastcall = install(Lastcall.builder());
    lastcall.uninstall();

    assertThatIllegalStateException()
        .isThrownBy(() -> lastcall.defer("db", () -> {}))
        .withMessage("defer: after uninstall() (expected: a call before it)");
    assertThatIllegalStateException()
        .isThrownBy(() -> lastcall.flushLast("log", deadline -> {}))
        .withMessage("flushLast: after uninstall() (expected: a call before it)");
  }

  @Test
  void whatIsToBeClosedAfterUninstallingIsClosedAtOnce() {
    Lastcall lastcall = install(Lastcall.builder());
    lastcall.uninstall();
    AtomicBoolean closed = new AtomicBoolean();

    assertThatIllegalStateException()
        .isThrownBy(() -> lastcall.closing(named("late"), () -> closed.set(true)))
        .withMessage("closing: after uninstall() (expected: a call before it)");
    assertThat(closed).isTrue();
  }

  @Test
  void afterUninstallingItCanBeInstalledAgain() {
    install(Lastcall.builder()).uninstall();
    Lastcall second = install(Lastcall.builder());
    second.defer("db", () -> {});
    second.ready();

    assertThat(second.readiness().isReady()).isTrue();
  }

  @Test
  void readinessComesWithReady() {
    Lastcall lastcall = install(Lastcall.builder().endpoint(0));

    assertThat(lastcall.readiness().state()).isEqualTo(Readiness.State.STARTING);
    assertThat(lastcall.port().orElse(0)).isPositive();
    lastcall.ready();
    assertThat(lastcall.readiness().isReady()).isTrue();
  }

  @Test
  void thePlanShowsTheCriticalPath() {
    Lastcall lastcall = install(Lastcall.builder().gracePeriod(ofSeconds(30)));
    Registration http = lastcall.defer(named("http").within(ofSeconds(15)), () -> {});
    lastcall.defer(named("db").within(ofSeconds(3)).after(http), () -> {});

    assertThat(lastcall.plan().criticalPath()).containsExactly("http", "db");
    assertThat(lastcall.plan().demanded()).isBetween(ofSeconds(18), ofSeconds(20));
  }

  @Test
  void aStrictPlanThatDoesNotFitIsRefusedByReadyAndNothingIsReady() {
    Lastcall lastcall = install(Lastcall.builder().gracePeriod(ofSeconds(5)).mode(Mode.STRICT));
    Registration http = lastcall.defer(named("http").within(ofSeconds(4)), () -> {});
    lastcall.defer(named("db").within(ofSeconds(3)).after(http), () -> {});

    assertThatExceptionOfType(PlanRefusedException.class).isThrownBy(lastcall::ready);
    assertThat(lastcall.readiness().isReady()).isFalse();
  }

  @Test
  void aBoundThatTheGracePeriodCannotHoldIsRefusedAtRegistration() {
    Lastcall lastcall = install(Lastcall.builder().gracePeriod(ofSeconds(5)));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> lastcall.defer(named("db").within(ofSeconds(6)), () -> {}))
        .withMessageStartingWith("within: PT6S (expected: <= PT");
  }

  @Test
  void aReportFolderThatCannotBeWrittenToIsRefused() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> install(Lastcall.builder().reportDirectory(file.resolve("reports"))))
        .withMessage(
            "reportDirectory: "
                + file.resolve("reports")
                + " (expected: a folder that can be written to)");
  }

  @Test
  void theProbeOfTheReportFolderLeavesNothingBehind() throws IOException {
    install(Lastcall.builder().reportDirectory(folder.resolve("reports")));

    try (Stream<Path> files = Files.list(folder.resolve("reports"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aGracePeriodWithoutRoomForTheReserveIsRefusedAndLeavesNoThread() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> install(Lastcall.builder().gracePeriod(ofMillis(100))))
        .withMessageMatching("gracePeriod: PT0.1S \\(expected: > PT.*, the flush reserve .*\\)");
    await().untilAsserted(() -> assertThat(threads()).isEmpty());
  }

  @Test
  void aPreDrainDelayBeyondTheDrainIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> install(Lastcall.builder().preDrain(ofSeconds(8)).drainAtMost(ofSeconds(4))))
        .withMessage("preDrain: PT8S (expected: <= PT4S, drainAtMost)");
  }

  @Test
  void badSettingsAreRefusedOneByOne() {
    Lastcall.Builder builder = Lastcall.builder();

    assertThatIllegalArgumentException().isThrownBy(() -> builder.gracePeriod(Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.preStop(ofSeconds(-1)));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.flushReserve(Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.quietPeriod(ofSeconds(-1)));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.endpoint(65_536));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.workers(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> install(Lastcall.builder()).exit(256))
        .withMessage("code: 256 (expected: 0 to 255)");
  }

  @Test
  void thereAreAsManyThreadsAsCleanupsCanRunAtOnce() {
    Lastcall lastcall = install(Lastcall.builder());
    deferMany(lastcall, 40);
    lastcall.ready();

    awaitIdle(40 + SPARES);
    assertThat(lastcall.findings()).noneMatch(LastcallTest::isTooFewWorkers);
  }

  @Test
  void noMoreThreadsThanSixtyFourAreStartedUnasked() {
    Lastcall lastcall = install(Lastcall.builder());
    deferMany(lastcall, 65);
    lastcall.ready();

    awaitIdle(64 + SPARES);
    assertThat(lastcall.findings()).anyMatch(LastcallTest::isTooFewWorkers);
  }

  @Test
  void aNumberOfThreadsThatWasAskedForIsKept() {
    Lastcall lastcall = install(Lastcall.builder().workers(9));
    deferMany(lastcall, 10);
    lastcall.ready();

    awaitIdle(9 + SPARES);
    assertThat(lastcall.findings()).anyMatch(LastcallTest::isTooFewWorkers);
  }

  private static void deferMany(Lastcall lastcall, int count) {
    for (int i = 0; i < count; i++) {
      lastcall.defer("n" + i, () -> {});
    }
  }

  /** Those that ran the rehearsal get their names back a moment later. */
  private static void awaitIdle(int number) {
    await()
        .untilAsserted(
            () -> assertThat(threads()).filteredOn(LastcallTest::isIdle).hasSize(number));
  }

  private static boolean isIdle(String name) {
    return name.startsWith("lc:idle-");
  }

  private static boolean isTooFewWorkers(Finding finding) {
    return finding.id().equals("workers-fewer-than-cleanups");
  }
}
