package dev.lastcall.recorder;

/**
 * What a record is about: the types of the journals {@code exit/1} and {@code metrics/1}.
 *
 * <p>The bytes of a payload, in order; {@code n} is a number as unsigned LEB128, {@code t} a time
 * in nanoseconds as {@code n}, {@code s} a text of 16 bits of length and UTF-8, {@code b} one byte,
 * {@code c} a count of 16 bits. Texts are cut at 1000 bytes. Bytes behind those named here are of a
 * newer writer, and are passed by.
 *
 * <pre>
 * INSTALLED    n pid, s host, s command, s java, n n started (seconds, nanoseconds),
 *              t grace period, s its source, b mode
 * READY        (nothing; a PLAN follows it)
 * PLAN         t demanded, t available, b verdict, n nodes in all,
 *              c { s name, b kind, t timeout, t allotted, t latest start, c { n index of the
 *              predecessor } }, c { n index on the critical path }
 * EXIT_BEGAN   n n began (seconds, nanoseconds), b door, s detail (a PLAN follows it)
 * PHASE        t at, b phase
 * BEGAN        t at, s name, t allotted, s trace id
 * INTERRUPTED  t at, s name, SAMPLE
 * SEEN         t at, s name, SAMPLE: where a running cleanup was
 * ENDED        t at, s name, OUTCOME
 * FLUSHED      t at, s name, OUTCOME
 * EXIT_ENDED   see {@link ReportRecord}
 * EXIT_OVER    t work done, n exit code, where there was no memory for EXIT_ENDED
 * PULSE        t at, b 0 or 1, b phase if that is 1, n skipped, n completed, n failed, n timed out, n abandoned,
 *              c { s name, t began, t allotted } of those that run
 * FACTS        as INSTALLED, and
 * REASON       as EXIT_BEGAN, both again, because many records may have taken the place of the first
 * ALIVE        (nothing)
 * METRICS      n number, n part, n parts, the bytes of this part
 * CLOSED       (nothing)
 *
 * SAMPLE       s thread, b state, s lock, s owner of the lock,
 *              c { s loader, s module, s its version, s class, s method, s file, n line + 2 }
 * OUTCOME      b 0 skipped: s why; 1 completed: t; 2 failed: t, s class, s message, c { frame };
 *              3 timed out, 4 abandoned: t elapsed, t timeout, SAMPLE
 * </pre>
 */
final class Kind {
  static final int INSTALLED = 1;
  static final int READY = 2;
  static final int PLAN = 3;
  static final int EXIT_BEGAN = 4;
  static final int PHASE = 5;
  static final int BEGAN = 6;
  static final int INTERRUPTED = 7;
  static final int SEEN = 8;
  static final int ENDED = 9;
  static final int FLUSHED = 10;
  static final int EXIT_ENDED = 11;
  static final int PULSE = 12;
  static final int ALIVE = 13;
  static final int METRICS = 14;
  static final int CLOSED = 15;
  static final int EXIT_OVER = 16;
  static final int FACTS = 17;
  static final int REASON = 18;

  /** What the journal of the exits holds; its number grows when the layout above changes. */
  static final String EXITS = "exit/1";

  /** What the journal of the metrics and the signs of life holds. */
  static final String METRICS_CONTENT = "metrics/1";

  /** The folder of the former, below the recorder's. */
  static final String EXITS_FOLDER = "exits";

  /** The folder of the latter. */
  static final String METRICS_FOLDER = "metrics";

  private Kind() {}
}
