package dev.lastcall.flush;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.Selector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurroundingsTest {
  @TempDir private Path root;

  @Test
  void aThreadInAcceptIsFound() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread acceptor = start("test-acceptor", server::accept);

      await().until(() -> NativeThreads.names().contains("test-acceptor"));
      assertThat(acceptor.isAlive()).isTrue();
    }
  }

  @Test
  void aThreadInEpollIsFoundAndNamedInTheReserve() throws IOException {
    try (Selector selector = Selector.open()) {
      Thread poller = start("a-test-poller", selector::select);

      await().until(() -> NativeThreads.names().contains("a-test-poller"));
      assertThat(new Surroundings(root).reserve(ofMillis(100), ofMillis(1)).reasons())
          .anyMatch(reason -> reason.startsWith("+300 ms") && reason.contains("a-test-poller"));
      assertThat(poller.isAlive()).isTrue();
    }
  }

  @Test
  void threadsThatWaitInsideTheJvmCostNothing() {
    Thread parked = start("test-parked", () -> parkFor(this));
    Thread sleeping = start("test-sleeping", () -> Thread.sleep(60_000));
    Thread waiting =
        start(
            "test-waiting",
            () -> {
              synchronized (SurroundingsTest.class) {
                SurroundingsTest.class.wait(60_000);
              }
            });

    await()
        .until(
            () ->
                List.of(parked, sleeping, waiting).stream()
                    .allMatch(thread -> thread.getState().name().endsWith("WAITING")));
    assertThat(NativeThreads.names())
        .doesNotContain("test-parked", "test-sleeping", "test-waiting", "Reference Handler");
  }

  @Test
  void namesAreSortedAndThreadsWithoutStackAreLeftOut() {
    StackTraceElement[] accept = {frame("sun.nio.ch.Net", "accept", true)};
    StackTraceElement[] java = {frame("com.example.Loop", "spin", false)};

    assertThat(
            NativeThreads.names(
                Map.of(
                    new Thread("b"), accept,
                    new Thread("a"), accept,
                    new Thread("c"), java,
                    new Thread("d"), new StackTraceElement[0])))
        .containsExactly("a", "b");
  }

  @Test
  void theQuotaOfTheMachineIsPartOfTheReserve() throws IOException {
    write("proc/self/cgroup", "0::/\n");
    write("proc/self/mountinfo", "29 23 0:26 / /cgroup rw - cgroup2 cgroup2 rw\n");
    write("cgroup/cpu.max", "50000 100000\n");

    Reserve reserve = new Surroundings(root).reserve(ofMillis(100), ofMillis(1));

    assertThat(reserve.flush()).isEqualTo(ofMillis(200));
  }

  @Test
  void theTouchedHeapIsWhatIsCommittedAndResident() throws IOException {
    assertThat(TouchedHeap.bytes(root, 1000)).isEqualTo(1000);

    write("proc/self/status", "Name:\tjava\nVmRSS:\t     512 kB\nThreads:\t20\n");
    assertThat(TouchedHeap.bytes(root, 1L << 30)).isEqualTo(512 * 1024);
    assertThat(TouchedHeap.bytes(root, 1000)).isEqualTo(1000);

    write("proc/self/status", "Name:\tjava\n");
    assertThat(TouchedHeap.bytes(root, 1000)).isEqualTo(1000);
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void parkFor(Object blocker) {
    LockSupport.parkNanos(blocker, 60_000_000_000L);
  }

  private static StackTraceElement frame(String type, String method, boolean isNative) {
    return new StackTraceElement(type, method, "Source.java", isNative ? -2 : 7);
  }

  private interface Body {
    void run() throws Exception;
  }

  private static Thread start(String name, Body body) {
    Thread thread =
        new Thread(
            () -> {
              try {
                body.run();
              } catch (Exception closed) {
                // The test is over.
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
