package dev.lastcall.jul;

import dev.lastcall.api.Arguments;
import dev.lastcall.journal.WhenFull;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;

/** Reads what {@code logging.properties} says about the handler. Stateless. */
final class HandlerProperties {
  private static final String PREFIX = "dev.lastcall.jul.JournalHandler.";

  private HandlerProperties() {}

  static HandlerSettings read() {
    String folder = property("folder");
    if (folder == null) {
      throw Arguments.refusal(name("folder"), "missing", "the journal's folder");
    }
    HandlerSettings settings = new HandlerSettings(Path.of(folder));
    set("file", Path::of, "a path", value -> settings.file = value);
    set("level", Level::parse, "a level", value -> settings.level = value);
    set("filter", text -> made(text, Filter.class), "a class", value -> settings.filter = value);
    set(
        "formatter",
        text -> made(text, Formatter.class),
        "a class",
        value -> settings.formatter = value);
    set("encoding", Charset::forName, "a character set", value -> settings.encoding = value);
    set("caller", Boolean::valueOf, "true or false", value -> settings.includesCaller = value);
    readJournal(settings);
    readBehind(settings);
    return settings.checked();
  }

  private static void readJournal(HandlerSettings settings) {
    set(
        "capacityBytes",
        Long::valueOf,
        "a number of bytes",
        value -> settings.capacityBytes = value);
    set(
        "segmentBytes",
        Integer::valueOf,
        "a number of bytes",
        value -> settings.segmentBytes = value);
    set(
        "whenFull",
        text -> WhenFull.valueOf(text.toUpperCase(Locale.ROOT)),
        "REFUSE or DROP_OLDEST",
        value -> settings.whenFull = value);
    set(
        "flushTimeoutMillis",
        text -> Duration.ofMillis(Long.parseLong(text)),
        "a number of milliseconds",
        value -> settings.flushTimeout = Arguments.notNegative("flushTimeout", value));
  }

  private static void readBehind(HandlerSettings settings) {
    String handlers = property("handlers");
    if (handlers != null) {
      for (String handler : handlers.split("[,\\s]+", -1)) {
        if (!handler.isEmpty()) {
          settings.behind.add(made(handler, Handler.class));
        }
      }
    }
  }

  private static <T> void set(
      String name, Function<String, T> parse, String expected, java.util.function.Consumer<T> to) {
    String text = property(name);
    if (text == null) {
      return;
    }
    try {
      to.accept(parse.apply(text));
    } catch (IllegalArgumentException wrong) {
      IllegalArgumentException refusal = Arguments.refusal(name(name), text, expected);
      refusal.initCause(wrong);
      throw refusal;
    }
  }

  private static <T> T made(String className, Class<T> type) {
    try {
      Class<?> found = Class.forName(className, true, ClassLoader.getSystemClassLoader());
      return type.cast(found.getDeclaredConstructor().newInstance());
    } catch (ReflectiveOperationException | ClassCastException wrong) {
      IllegalArgumentException refusal =
          Arguments.refusal(
              "class", className, "a public " + type.getSimpleName() + " without parameters");
      refusal.initCause(wrong);
      throw refusal;
    }
  }

  private static @Nullable String property(String name) {
    String text = LogManager.getLogManager().getProperty(name(name));
    return text == null ? null : text.strip();
  }

  private static String name(String property) {
    return PREFIX + property;
  }
}
