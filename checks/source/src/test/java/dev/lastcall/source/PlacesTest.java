package dev.lastcall.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code is cleanup where it runs as such, and nowhere else. */
final class PlacesTest {
  private static final String[] FACTS = {
    "hook java.lang.Runtime#addShutdownHook(1)",
    "callback jakarta.annotation.PreDestroy",
    "callback org.springframework.context.Lifecycle#stop",
    "type org.springframework.context.SmartLifecycle org.springframework.context.Lifecycle",
    "event org.springframework.context.event.ContextClosedEvent",
    "async *#execute(1)",
    "async *#submit",
  };

  private static Sample sample(String members) {
    String imports =
        "import java.util.*; import java.util.concurrent.*; import jakarta.annotation.PreDestroy;"
            + " import org.springframework.context.SmartLifecycle; import"
            + " org.springframework.context.annotation.Bean; import"
            + " org.springframework.context.event.ContextClosedEvent;";
    return Sample.of(
        imports,
        "static void hook(Thread t) { Runtime.getRuntime().addShutdownHook(t); } void target() {} "
            + members,
        FACTS);
  }

  private static boolean isCleanup(Sample sample) {
    return sample.unit().places().of(sample.call("target")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "void run() { Runtime.getRuntime().addShutdownHook(new Thread(() -> target())); }",
        "void run() { Runtime.getRuntime().addShutdownHook(new Thread() { public void run() {"
            + " target(); } }); }",
        "void run() { Runtime.getRuntime().addShutdownHook(new Thread(this::stop)); } void stop() {"
            + " deeper(); } void deeper() { target(); }",
        "class Hook extends Thread { public void run() { target(); } } void run() { Thread t = new"
            + " Hook(); Runtime.getRuntime().addShutdownHook(t); }",
        "Thread made() { return new Thread(() -> List.of(1).forEach(n -> target())); } void run() {"
            + " Runtime.getRuntime().addShutdownHook(made()); }",
        "void run() { hook(new Thread(() -> target())); }",
        "void onExit(Runnable r) { hook(new Thread(r)); } void run() { onExit(() -> target()); }",
        "@PreDestroy void stop() { target(); }",
        "void on(ContextClosedEvent event) { target(); }",
        "class Server implements SmartLifecycle { public void stop() { target(); } }",
        "class Server implements AutoCloseable { public void close() { target(); } }",
        "@Bean(initMethod = \"start\", destroyMethod = \"halt\") Object bean() { return this; }"
            + " void halt() { target(); }",
      })
  void knowsCleanup(String members) {
    assertThat(isCleanup(sample(members))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "void run() { target(); }",
        "void run() { new Thread(() -> target()).start(); }",
        "void close() { target(); }",
        "@PreDestroy void stop() { new Thread(() -> target()).start(); }",
        "@PreDestroy void stop() { ForkJoinPool.commonPool().submit(() -> target()); }",
        "@PreDestroy void stop() { Runnable later = () -> target(); }",
        "@Bean(destroyMethod = \"\") Object bean() { return this; } void halt() { target(); }",
        "@interface PreDestroys {} @PreDestroys void stop() { target(); }",
      })
  void leavesTheRest(String members) {
    assertThat(isCleanup(sample(members))).isFalse();
  }

  @Test
  void aMethodReferenceThatIsHandedOnDoesNotRunInCleanup() {
    Sample handedOn =
        sample("@PreDestroy void stop() { ForkJoinPool.commonPool().submit(this::target); }");
    assertThat(isCleanup(handedOn)).isFalse();
    Sample kept = sample("@PreDestroy void stop() { Runnable later = this::target; }");
    assertThat(isCleanup(kept)).isFalse();
    Sample run = sample("@PreDestroy void stop() { Optional.of(this).ifPresent(Sample::target); }");
    assertThat(isCleanup(run)).isTrue();
  }

  @Test
  void keepsTheWorseOfTwoPlaces() {
    Sample sample =
        sample(
            """
            class Server implements AutoCloseable { public void close() { target(); } }
            void run(Server server) { hook(new Thread(server::close)); }
            """);
    assertThat(sample.unit().places().of(sample.call("target")).orElseThrow().place())
        .isEqualTo(Place.HOOK);
  }
}
