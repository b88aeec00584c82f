package dev.lastcall.durable;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.CleanupAdmission;
import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Cleanups;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.Finding;
import dev.lastcall.api.Mode;
import dev.lastcall.api.Registration;
import dev.lastcall.api.TraceContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Cleanups of things outside the process that are done even if the process is killed: by the next
 * start, or by {@code lastcall reap}.
 *
 * <pre>{@code
 * DurableCleanups durable = DurableCleanups.in(folder)
 *     .handler(named("release-lease").within(ofSeconds(2)),
 *         intent -> leases.release(intent.text(), intent.idempotencyKey()))
 *     .open();                       // runs, in the background, what an earlier process left open
 * try (DurableCleanup lease = durable.defer("release-lease", "orders/42")) {
 *   leases.take("orders/42");        // the intent has been on record since before
 * }                                  // runs the handler, then takes the intent off the record
 * }</pre>
 *
 * <p>A handler runs at least once for each intent, each time under the same idempotency key, inside
 * its bound, newest intent first; after the last attempt the intent becomes a line of {@code
 * dead-letters.jsonl} in the folder, which nothing deletes. Thread-safe.
 */
public final class DurableCleanups implements AutoCloseable {
  private final Settings settings;
  private final DurableFindings findings;
  private final Machinery machinery;

  private DurableCleanups(Settings settings, DurableHandlers handlers) {
    this.settings = settings;
    this.findings = new DurableFindings(settings.findings);
    this.machinery = Machinery.start(settings, handlers.copy(), findings);
  }

  /**
   * Begins to describe durable cleanups.
   *
   * @param folder for these alone, one of each process that lives at the same time; made (0700) if
   *     it does not exist. It must outlive the process, and the container
   * @return the builder
   * @throws IllegalArgumentException if the folder is null
   */
  public static Builder in(Path folder) {
    return new Builder(Arguments.given("folder", folder));
  }

  /**
   * Puts an intent on record; to be called before the outside resource is taken.
   *
   * @param handler the name of a handler
   * @param payload what it is to clean up, in its own words; as UTF-8 at most {@link
   *     #longestPayload()} bytes
   * @return the handle
   * @throws IllegalArgumentException if the handler is not known or the payload is too long
   * @throws IllegalStateException in strict mode, if the intent cannot be put on record; in any
   *     mode, if this is closed
   */
  public DurableCleanup defer(String handler, String payload) {
    return defer(handler, Payload.of(Arguments.given("payload", payload)));
  }

  /**
   * Puts an intent on record; to be called before the outside resource is taken.
   *
   * @param handler the name of a handler
   * @param payload what it is to clean up, in its own words; at most {@link #longestPayload()}
   *     bytes
   * @return the handle
   * @throws IllegalArgumentException as {@link #defer(String, String)}
   * @throws IllegalStateException as {@link #defer(String, String)}
   */
  public DurableCleanup defer(String handler, byte[] payload) {
    return defer(handler, Payload.copyOf(Arguments.given("payload", payload)));
  }

  private DurableCleanup defer(String handler, Payload payload) {
    machinery.handlers().known(handler);
    if (payload.size() > longestPayload()) {
      throw Arguments.refusal(
          "payload", payload.size() + " bytes", "at most " + longestPayload() + " bytes");
    }
    return machinery.handle(machinery.ledger().register(handler, payload));
  }

  /** {@return the longest payload, in bytes: 64 KiB, less if the capacity is below 5 MiB} */
  public int longestPayload() {
    return settings.longestPayload();
  }

  /**
   * Runs everything that is still open at the exit, newest first, once each. What does not complete
   * then is left to the next start, and the cleanup counts as failed.
   *
   * @param cleanups the exit, such as {@code Lastcall}
   * @param spec its name, bound and place in the order: after whatever uses the resources
   * @return the handle of the registered cleanup
   */
  public Registration deferIn(Cleanups cleanups, CleanupSpec spec) {
    LastRun lastRun = machinery.lastRun();
    return Arguments.given("cleanups", cleanups).defer(spec, lastRun::run);
  }

  /**
   * Runs on the calling thread what nobody holds and is due, and waits for what becomes due, until
   * nothing is left or the time is up.
   *
   * @param within the longest time; an attempt that is running then is interrupted
   * @return what was done and what is left
   * @throws InterruptedException if the thread is interrupted; an attempt that runs is ended first
   * @throws IllegalArgumentException if the time is not above zero
   */
  public ReplayResult replay(Duration within) throws InterruptedException {
    Arguments.positive("within", within);
    Ledger ledger = machinery.ledger();
    long done = ledger.completed();
    long dead = ledger.deadLettered();
    machinery.replayer().replay(Deadline.after(within, machinery.ticker()));
    return new ReplayResult(
        ledger.completed() - done,
        ledger.deadLettered() - dead,
        ledger.newestFirst().stream()
            .filter(each -> !each.isAttended())
            .map(each -> OpenIntent.of(each.state()))
            .toList());
  }

  /** {@return what is open now, newest first} */
  public List<OpenIntent> openIntents() {
    return machinery.ledger().newestFirst().stream()
        .map(each -> OpenIntent.of(each.state()))
        .toList();
  }

  /** {@return what a person should know, oldest first, the latest hundred} */
  public List<Finding> findings() {
    return findings.list();
  }

  /**
   * Stops running intents, once the attempt that is running in the background has ended inside its
   * bound, and gives the journal up. What is open stays open for the next start. Closing twice does
   * nothing.
   */
  @Override
  public void close() {
    machinery.close();
  }

  /** Says what durable cleanups are to be like. Not thread-safe; used once. */
  public static final class Builder {
    private static final int LEAST_CAPACITY = 1 << 20;
    private static final int MOST_CAPACITY = 1 << 30;
    private static final int MOST_WORKERS = 1_000;

    private final Settings settings;
    private final DurableHandlers handlers = new DurableHandlers();
    private CleanupAdmission admission = (spec, mode) -> Optional.empty();

    private Builder(Path folder) {
      this.settings = new Settings(folder);
    }

    /** Adds a handler; see {@link DurableHandlers#add}. */
    public Builder handler(CleanupSpec spec, DurableHandler handler) {
      handlers.add(spec, handler);
      return this;
    }

    /** Adds the handlers of a provider. */
    public Builder handlers(DurableHandlerProvider provider) {
      Arguments.given("provider", provider).provide(handlers);
      return this;
    }

    /** Sets the attempts and the back-off; 5, with 1 s to a minute between them, unless set. */
    public Builder retry(RetryPolicy policy) {
      settings.retry = Arguments.given("retry", policy);
      return this;
    }

    /**
     * Sets what happens where an intent cannot be put on record: {@link Mode#STRICT} refuses it,
     * {@link Mode#PERMISSIVE} (the default) keeps it in memory only, with one finding.
     */
    public Builder mode(Mode mode) {
      settings.mode = Arguments.given("mode", mode);
      return this;
    }

    /** Sets the rule of the house that every handler has to pass. */
    public Builder admission(CleanupAdmission rule) {
      admission = Arguments.given("admission", rule);
      return this;
    }

    /** Sets the bridge to the application's tracing; none unless set. */
    public Builder trace(TraceContext traces) {
      settings.traces = Arguments.given("trace", traces);
      return this;
    }

    /** Sets who is told of every attempt, on the thread that waited for it; must not wait. */
    public Builder listener(Consumer<DurableRun> listener) {
      settings.listener = Arguments.given("listener", listener);
      return this;
    }

    /** Sets who is told of findings, on any thread; must not wait. */
    public Builder onFinding(Consumer<Finding> receiver) {
      settings.findings = Arguments.given("onFinding", receiver);
      return this;
    }

    /**
     * Sets the size of the journal's files together, 1 MiB to 1 GiB; 32 MiB unless set. Open
     * intents may take up a quarter of it: some 12 000 with short payloads.
     */
    public Builder capacityBytes(int bytes) {
      settings.capacityBytes =
          Arguments.between("capacityBytes", bytes, LEAST_CAPACITY, MOST_CAPACITY);
      return this;
    }

    /** Sets how often to write to the storage device, against power loss; never unless set. */
    public Builder forceEvery(Duration interval) {
      settings.forceEvery = Arguments.positive("forceEvery", interval);
      return this;
    }

    /** Sets how many handlers can run at once, 1 to 1000; 4 unless set. */
    public Builder workers(int workers) {
      settings.workers = Arguments.between("workers", workers, 1, MOST_WORKERS);
      return this;
    }

    /**
     * Sets how long {@link #open} waits for another process that still holds the folder, such as a
     * reaper; 10 s unless set.
     */
    public Builder takeOverWithin(Duration patience) {
      settings.takeOver = Arguments.notNegative("takeOverWithin", patience);
      return this;
    }

    /** Runs nothing in the background; {@link #replay} does it where it is called. */
    public Builder withoutBackground() {
      settings.background = false;
      return this;
    }

    /**
     * Opens the folder and takes over what an earlier process left open, in the background unless
     * {@link #withoutBackground} was called.
     *
     * @return durable cleanups; where the folder cannot be used and the mode is permissive, they
     *     work in memory and there is a finding
     * @throws IllegalArgumentException if a handler is refused by the rule of the house
     * @throws IllegalStateException in strict mode, if the folder cannot be used
     */
    public DurableCleanups open() {
      for (DurableHandlers.Entry entry : handlers.all()) {
        admission.admit(entry.spec(), settings.mode).ifPresent(settings.findings);
      }
      return new DurableCleanups(settings, handlers);
    }
  }
}
