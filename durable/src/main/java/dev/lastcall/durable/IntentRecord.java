package dev.lastcall.durable;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What the journal holds, one record of it. Each is about one intent, by its key. */
sealed interface IntentRecord {
  /** {@return the intent's key} */
  String key();

  /**
   * An intent, as it was registered or carried forward.
   *
   * @param intent what is to be cleaned up
   * @param progress what had been tried when this was written
   */
  record Registered(Intent intent, Progress progress) implements IntentRecord {
    @Override
    public String key() {
      return intent.key();
    }
  }

  /**
   * An attempt began.
   *
   * @param key the intent's
   * @param attempt its number, from 1
   * @param at when
   */
  record AttemptBegan(String key, int attempt, Instant at) implements IntentRecord {}

  /**
   * An attempt ended without success; one that succeeds ends with {@link Closed}.
   *
   * @param key the intent's
   * @param attempt its number
   * @param at when
   * @param counts whether it uses up one of the attempts that the intent has
   * @param outcome the word of its outcome
   * @param cause what went wrong
   */
  record AttemptEnded(
      String key, int attempt, Instant at, boolean counts, String outcome, String cause)
      implements IntentRecord {}

  /**
   * The tombstone: nothing is to be cleaned up any more.
   *
   * @param key the intent's
   * @param closure why
   */
  record Closed(String key, Closure closure) implements IntentRecord {}

  /** Why an intent is closed. */
  enum Closure {
    /** Its handler completed. */
    COMPLETED(0),
    /** The application said that there is nothing to clean up. */
    WITHDRAWN(1),
    /** It is in the dead-letter file. */
    DEAD_LETTERED(2);

    private final int code;

    Closure(int code) {
      this.code = code;
    }

    /** The number in the journal, which never changes. */
    int code() {
      return code;
    }

    /** The closure of a number; empty if there is none. */
    static Optional<Closure> of(int code) {
      return Stream.of(values()).filter(closure -> closure.code == code).findFirst();
    }
  }
}
