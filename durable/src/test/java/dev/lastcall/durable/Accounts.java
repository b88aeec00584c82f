package dev.lastcall.durable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the outside world knows after a kill, held against what is on record. */
final class Accounts {
  final Map<String, String> textOf = new HashMap<>();

  /** About to be completed by the application: either way is right. */
  final Set<String> closing = new HashSet<>();

  final Set<String> closed = new HashSet<>();
  final Set<String> handled = new HashSet<>();
  final Set<String> failed = new HashSet<>();
  final Set<String> dead = new HashSet<>();
  final DurableSnapshot snapshot;

  private Accounts(DurableSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  static Accounts of(Path folder) throws IOException {
    Accounts accounts = new Accounts(DurableSnapshot.of(folder.resolve("durable")));
    for (String line : new Outside(folder).lines()) {
      accounts.read(line.split(" ", -1));
    }
    if (Files.exists(accounts.snapshot.deadLetterFile())) {
      for (String line : Files.readAllLines(accounts.snapshot.deadLetterFile())) {
        String key = line.replaceAll(".*\"idempotencyKey\":\"([^\"]*)\".*", "$1");
        if (line.endsWith("}")) {
          assertThat(accounts.dead.add(key)).as("dead letter %s is there once", key).isTrue();
        }
      }
    }
    return accounts;
  }

  private void read(String[] words) {
    switch (words[0]) {
      case "open" -> textOf.put(words[1], words[2]);
      case "closing" -> closing.add(words[1]);
      case "closed" -> closed.add(words[1]);
      case "handled" -> handled(words, handled);
      case "failed" -> handled(words, failed);
      default -> {} // a mark
    }
  }

  /** A handler that was called for an acknowledged text was called with its key. */
  private void handled(String[] words, Set<String> into) {
    into.add(words[1]);
    assertThat(textOf.getOrDefault(words[1], words[2])).isEqualTo(words[2]);
  }

  Set<String> openKeys() {
    Set<String> keys = new HashSet<>();
    snapshot.open().forEach(open -> keys.add(open.idempotencyKey()));
    assertThat(keys).as("none is open twice").hasSameSizeAs(snapshot.open());
    return keys;
  }

  /** Nothing that was acknowledged is lost, nothing that was closed is back. */
  void check(String as) {
    assertThat(snapshot.findings()).as(as).isEmpty();
    Set<String> open = openKeys();
    List<String> lost = new ArrayList<>(textOf.keySet());
    lost.removeIf(
        key ->
            open.contains(key)
                || closing.contains(key)
                || handled.contains(key)
                || dead.contains(key));
    assertThat(lost).as("%s: lost", as).isEmpty();
    open.retainAll(closed);
    assertThat(open).as("%s: closed and open", as).isEmpty();
  }

  /**
   * In every replay the intents were begun newest first; a second attempt at the same one may come
   * later.
   */
  static void checkOrder(List<String> lines, String as) {
    Set<String> seen = new HashSet<>();
    long last = Long.MAX_VALUE;
    boolean replaying = false;
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      if (words[0].equals("replay") || words[0].equals("work")) {
        replaying = words[0].equals("replay");
        last = Long.MAX_VALUE;
        seen.clear();
      } else if (replaying && words[0].equals("handled") && seen.add(words[1])) {
        long number = Long.parseLong(words[1].substring(words[1].lastIndexOf('-') + 1));
        assertThat(number).as("%s: %s after %d", as, line, last).isLessThan(last);
        last = number;
      }
    }
  }
}
