package dev.lastcall.durable;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Finding;
import dev.lastcall.api.Mode;
import dev.lastcall.api.TraceContext;
import dev.lastcall.durable.IntentRecord.Closure;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Every open intent of this process and of those before it. Thread-safe. */
final class Ledger {
  private static final int PREFIX_BYTES = 12;

  private final IntentLog log;
  private final Mode mode;
  private final TraceContext traces;
  private final InstantSource clock;
  private final DurableFindings findings;
  private final ConcurrentHashMap<String, TrackedIntent> intents = new ConcurrentHashMap<>();
  private final AtomicLong openBytes = new AtomicLong();
  private final AtomicLong numbers = new AtomicLong();
  private final LongAdder completed = new LongAdder();
  private final LongAdder deadLettered = new LongAdder();
  private final String prefix = newPrefix();
  private volatile boolean closed;

  Ledger(
      IntentLog log,
      Mode mode,
      TraceContext traces,
      InstantSource clock,
      DurableFindings findings) {
    this.log = log;
    this.mode = mode;
    this.traces = traces;
    this.clock = clock;
    this.findings = findings;
  }

  /** Takes over what earlier processes left open, newest first. */
  List<TrackedIntent> takeOver(IntentFold fold) {
    numbers.set(fold.highestNumber());
    List<TrackedIntent> left =
        fold.open().stream()
            .map(state -> TrackedIntent.leftBehind(state, fold.writtenAt(state.intent().key())))
            .toList();
    left.forEach(this::put);
    log.resume(this::writeAgain);
    log.carryIfDue(this::writeAgain);
    return left;
  }

  /** Puts a new intent on record. */
  TrackedIntent register(String handler, Payload payload) {
    if (closed) {
      throw new IllegalStateException(Arguments.text("durable", "closed", "open"));
    }
    TraceContext.Captured trace = traces.capture();
    long number = numbers.incrementAndGet();
    String traceId = IntentCodec.cut(trace.traceId());
    Intent intent =
        new Intent(prefix + "-" + number, number, handler, payload, traceId, clock.instant());
    TrackedIntent tracked = TrackedIntent.of(intent, trace);
    put(tracked);
    if (openBytes.get() > log.mostOpenBytes() || !tracked.register(log)) {
      notKept(tracked);
    }
    log.carryIfDue(this::writeAgain);
    return tracked;
  }

  private void notKept(TrackedIntent tracked) {
    String why =
        log.failure()
            .map(Finding::message)
            .orElseGet(() -> intents.size() + " intents are open already, which is all that fits");
    if (mode == Mode.STRICT) {
      remove(tracked);
      throw new IllegalStateException(
          Arguments.text(
              "durable",
              "not kept, " + tracked.intent().handler(),
              "a journal that works; " + why));
    }
    findings.addOnce("not-kept", notKept(why));
  }

  private static Finding notKept(String why) {
    return new Finding(
        "durable-not-kept",
        Finding.Severity.ERROR,
        "A durable cleanup could not be put on record, so it is lost if this process is killed: "
            + why,
        "Mend the disk or raise the capacity; in strict mode such a cleanup is refused.");
  }

  /** Closes an intent for good. */
  void close(TrackedIntent tracked, Closure closure) {
    if (tracked.close(log, closure)) {
      remove(tracked);
      count(closure);
      log.carryIfDue(this::writeAgain);
    }
  }

  private void count(Closure closure) {
    switch (closure) {
      case COMPLETED -> completed.increment();
      case DEAD_LETTERED -> deadLettered.increment();
      case WITHDRAWN -> {} // the application's own doing
    }
  }

  /** How many have been cleaned up by their handlers so far. */
  long completed() {
    return completed.sum();
  }

  /** How many have been given up so far. */
  long deadLettered() {
    return deadLettered.sum();
  }

  private long writeAgain(long upTo) {
    long free = upTo;
    for (TrackedIntent each : intents.values()) {
      free = Math.min(free, each.carry(log, upTo) - 1);
    }
    return free;
  }

  private void put(TrackedIntent tracked) {
    intents.put(tracked.intent().key(), tracked);
    openBytes.addAndGet(IntentLog.sizeOf(tracked.intent()));
  }

  private void remove(TrackedIntent tracked) {
    if (intents.remove(tracked.intent().key()) != null) {
      openBytes.addAndGet(-IntentLog.sizeOf(tracked.intent()));
    }
  }

  /** What is open now, newest first. */
  List<TrackedIntent> newestFirst() {
    return intents.values().stream()
        .filter(TrackedIntent::isOpen)
        .sorted(Comparator.comparingLong((TrackedIntent each) -> each.intent().number()).reversed())
        .toList();
  }

  IntentLog log() {
    return log;
  }

  InstantSource clock() {
    return clock;
  }

  boolean isClosed() {
    return closed;
  }

  /** Nothing is registered any more. */
  void close() {
    closed = true;
    log.close();
  }

  /** 96 random bits, so that no key of any process is ever the same. */
  private static String newPrefix() {
    byte[] bytes = new byte[PREFIX_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
