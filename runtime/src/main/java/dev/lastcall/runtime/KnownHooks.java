package dev.lastcall.runtime;

import dev.lastcall.api.Finding;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Other people's shutdown hooks that are known to race with cleanups.
 *
 * <p>They are recognised by a class file on the class path, without loading it. Where the JVM was
 * started with {@code --add-opens java.base/java.lang=ALL-UNNAMED}, the hooks that are really
 * registered are listed instead. Stateless.
 */
final class KnownHooks {
  private static final List<KnownHook> CATALOGUE =
      List.of(
          new KnownHook(
              "logback",
              "ch/qos/logback/core/hook/DefaultShutdownHook.class",
              "leave <shutdownHook/> out of the configuration and flush with LogbackTarget"),
          new KnownHook(
              "log4j2",
              "org/apache/logging/log4j/core/util/DefaultShutdownCallbackRegistry.class",
              "set shutdownHook=\"disable\" in the configuration and flush with Log4j2Target"),
          new KnownHook(
              "spring-context",
              "org/springframework/context/support/AbstractApplicationContext.class",
              "do not call registerShutdownHook; close the context in a cleanup"),
          new KnownHook(
              "spring-boot",
              "org/springframework/boot/SpringApplicationShutdownHook.class",
              "call SpringApplication.setRegisterShutdownHook(false); close the context in a"
                  + " cleanup"),
          new KnownHook(
              "hadoop",
              "org/apache/hadoop/util/ShutdownHookManager.class",
              "close FileSystems in a cleanup; its hooks run one after the other, 30 s each"),
          new KnownHook(
              "opentelemetry-autoconfigure",
              "io/opentelemetry/sdk/autoconfigure/AutoConfiguredOpenTelemetrySdk.class",
              "build it with disableShutdownHook(); shut the SDK down in a cleanup"),
          new KnownHook(
              "quarkus",
              "io/quarkus/runtime/ApplicationLifecycleManager.class",
              "it takes SIGTERM itself; install Lastcall after it has started"),
          new KnownHook(
              "kafka-streams",
              "org/apache/kafka/streams/KafkaStreams.class",
              "give close(Duration) to a cleanup instead of a hook of your own"),
          new KnownHook(
              "h2",
              "org/h2/engine/Database.class",
              "add ;DB_CLOSE_ON_EXIT=FALSE to the URL; close the database in a cleanup"),
          new KnownHook(
              "vertx",
              "io/vertx/core/Vertx.class",
              "close it in a cleanup; its cache folder is deleted by a hook"),
          new KnownHook(
              "selenium",
              "org/openqa/selenium/remote/service/DriverService.class",
              "quit the driver in a cleanup"));

  private KnownHooks() {}

  /**
   * One library.
   *
   * @param name the library
   * @param resource the class file that gives it away
   * @param advice what to do
   */
  private record KnownHook(String name, String resource, String advice) {
    Finding finding() {
      return new Finding(
          "foreign-hook",
          Finding.Severity.INFO,
          name
              + " may add a shutdown hook, which races with cleanups if System.exit begins the end",
          advice);
    }
  }

  /** Reports what is registered, or else what might be. */
  static void check(Predicate<String> hasResource, Consumer<Finding> findings) {
    Optional<List<String>> registered = registered();
    if (registered.isPresent()) {
      registered.get().forEach(type -> findings.accept(registeredHook(type)));
    } else {
      CATALOGUE.stream()
          .filter(hook -> hasResource.test(hook.resource()))
          .forEach(hook -> findings.accept(hook.finding()));
    }
  }

  private static Finding registeredHook(String type) {
    return new Finding(
        "foreign-hook",
        Finding.Severity.INFO,
        "a shutdown hook is registered: " + type,
        "it races with cleanups if System.exit begins the end; do its work in a cleanup");
  }

  /** The classes of all registered hooks but ours; empty if the JVM does not let us look. */
  private static Optional<List<String>> registered() {
    try {
      Field hooks = Class.forName("java.lang.ApplicationShutdownHooks").getDeclaredField("hooks");
      hooks.setAccessible(true);
      return hooks.get(null) instanceof Map<?, ?> map
          ? Optional.of(
              map.keySet().stream()
                  .map(Thread.class::cast)
                  .filter(hook -> !hook.getName().startsWith("lc:"))
                  .map(hook -> hook.getClass().getName() + " \"" + hook.getName() + '"')
                  .toList())
          : Optional.empty();
    } catch (ReflectiveOperationException | RuntimeException closed) {
      return Optional.empty();
    }
  }
}
