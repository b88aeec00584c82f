package dev.lastcall.jfr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Reads our events out of recordings. */
final class Flights {
  private Flights() {}

  /** All events of ours, with the last word of their names and their main field. */
  static List<String> words(Path file) {
    return events(file).stream().map(Flights::word).toList();
  }

  static List<RecordedEvent> events(Path file) {
    try {
      return RecordingFile.readAllEvents(file).stream()
          .filter(event -> event.getEventType().getName().startsWith("dev.lastcall."))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The only event with a word. */
  static RecordedEvent event(Path file, String word) {
    return events(file).stream()
        .filter(event -> word(event).equals(word))
        .reduce(
            (one, other) -> {
              throw new AssertionError(word + " is there twice");
            })
        .orElseThrow(() -> new AssertionError(word + " is not among " + words(file)));
  }

  private static String word(RecordedEvent event) {
    String type = event.getEventType().getName().substring("dev.lastcall.".length());
    return switch (type) {
      case "Exit" -> "Exit " + event.getString("door");
      case "Flush" -> "Flush " + event.getString("target") + ' ' + event.getString("outcome");
      case "Interrupt" -> "Interrupt " + event.getString("cleanup");
      case "Phase" -> "Phase " + event.getString("name");
      default -> type + ' ' + event.getString("name") + ' ' + event.getString("outcome");
    };
  }
}
