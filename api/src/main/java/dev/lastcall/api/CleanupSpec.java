package dev.lastcall.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a cleanup beside its action: its name, its bound and its place in the order.
 *
 * <pre>{@code
 * named("orders-db").within(ofSeconds(3)).after(http, outbox)
 * }</pre>
 *
 * <p>Immutable and thread-safe; every method returns a new value.
 */
public final class CleanupSpec {
  private final String name;
  private final CleanupKind kind;
  private final @Nullable Duration timeout;
  private final @Nullable Duration expected;
  private final List<String> after;
  private final @Nullable PlainCleanup force;
  private final boolean requiresPredecessors;
  private final @Nullable AuditIdentity audit;

  private CleanupSpec(Draft draft) {
    this.name = draft.name;
    this.kind = draft.kind;
    this.timeout = draft.timeout;
    this.expected = draft.expected;
    this.after = draft.after;
    this.force = draft.force;
    this.requiresPredecessors = draft.requiresPredecessors;
    this.audit = draft.audit;
  }

  /**
   * Returns the specification of a cleanup of kind {@link CleanupKind#OTHER} that is ordered after
   * nothing.
   *
   * @param name see {@link Arguments#nameOf}
   * @return the specification
   * @throws IllegalArgumentException if the name is not one
   */
  public static CleanupSpec named(String name) {
    return new CleanupSpec(new Draft(Arguments.nameOf("name", name)));
  }

  /**
   * Sets the kind, which gives the bound where none is set.
   *
   * @param kind the kind
   * @return a new specification
   */
  public CleanupSpec kind(CleanupKind kind) {
    Draft draft = new Draft(this);
    draft.kind = Arguments.given("kind", kind);
    return new CleanupSpec(draft);
  }

  /**
   * Sets the longest time that the cleanup may take.
   *
   * @param timeout above zero; the exit's deadline wins where it comes first
   * @return a new specification
   * @throws IllegalArgumentException if the timeout is null, zero or negative
   */
  public CleanupSpec within(Duration timeout) {
    Draft draft = new Draft(this);
    draft.timeout = Arguments.positive("within", timeout);
    return new CleanupSpec(draft);
  }

  /**
   * Sets how long the cleanup usually takes, by which ready cleanups are put in order when threads
   * are short.
   *
   * @param duration zero or more; the bound is used where none is set
   * @return a new specification
   * @throws IllegalArgumentException if the duration is null or negative
   */
  public CleanupSpec expecting(Duration duration) {
    Draft draft = new Draft(this);
    draft.expected = Arguments.notNegative("expecting", duration);
    return new CleanupSpec(draft);
  }

  /**
   * Adds cleanups that must have ended before this one begins.
   *
   * @param predecessors handles of registered cleanups
   * @return a new specification
   * @throws IllegalArgumentException if a handle is null
   */
  public CleanupSpec after(Registration... predecessors) {
    List<String> names = new ArrayList<>();
    for (Registration predecessor : Arguments.given("after", predecessors)) {
      names.add(Arguments.given("after", predecessor).name());
    }
    return withPredecessors(names);
  }

  /**
   * Adds cleanups, by name, that must have ended before this one begins; they may be registered
   * later.
   *
   * @param predecessors names of cleanups
   * @return a new specification
   * @throws IllegalArgumentException if a name is not one
   */
  public CleanupSpec after(String... predecessors) {
    List<String> names = new ArrayList<>();
    for (String predecessor : Arguments.given("after", predecessors)) {
      names.add(Arguments.nameOf("after", predecessor));
    }
    return withPredecessors(names);
  }

  /**
   * Sets what is done when the cleanup ignores its interrupt, such as cutting its connections.
   *
   * @param action called once, on another thread than the stuck one; it must not wait
   * @return a new specification
   */
  public CleanupSpec force(PlainCleanup action) {
    Draft draft = new Draft(this);
    draft.force = Arguments.given("force", action);
    return new CleanupSpec(draft);
  }

  /**
   * Makes the cleanup skip itself unless every predecessor has completed; by default it runs
   * whatever became of them.
   *
   * @return a new specification
   */
  public CleanupSpec requiringPredecessors() {
    Draft draft = new Draft(this);
    draft.requiresPredecessors = true;
    return new CleanupSpec(draft);
  }

  /**
   * Sets the identity under which every run of the cleanup is put on record.
   *
   * @param auditable asked once, now
   * @return a new specification
   * @throws IllegalArgumentException as {@link AuditIdentity}
   */
  public CleanupSpec audited(Auditable auditable) {
    Draft draft = new Draft(this);
    draft.audit = AuditIdentity.of(auditable);
    return new CleanupSpec(draft);
  }

  /**
   * Sets the identity under which every run of the cleanup is put on record.
   *
   * @param auditId the id under which the record is found again
   * @param auditAction what the cleanup does, in the words of the audit
   * @return a new specification
   * @throws IllegalArgumentException as {@link AuditIdentity}
   */
  public CleanupSpec audited(String auditId, String auditAction) {
    return audited(new AuditIdentity(auditId, auditAction));
  }

  private CleanupSpec withPredecessors(Collection<String> names) {
    Draft draft = new Draft(this);
    LinkedHashSet<String> all = new LinkedHashSet<>(after);
    all.addAll(names);
    draft.after = List.copyOf(all);
    return new CleanupSpec(draft);
  }

  /**
   * Returns the name.
   *
   * @return unique within an exit graph
   */
  public String name() {
    return name;
  }

  /**
   * Returns the kind.
   *
   * @return {@link CleanupKind#OTHER} unless set
   */
  public CleanupKind kind() {
    return kind;
  }

  /**
   * Returns the bound.
   *
   * @return what was set, else the bound of the kind
   */
  public Duration timeout() {
    return timeout == null ? kind.timeout() : timeout;
  }

  /**
   * Tells whether the bound was set and not taken from the kind.
   *
   * @return true after {@link #within}
   */
  public boolean hasOwnTimeout() {
    return timeout != null;
  }

  /**
   * Returns how long the cleanup usually takes.
   *
   * @return empty unless set
   */
  public Optional<Duration> expected() {
    return Optional.ofNullable(expected);
  }

  /**
   * Returns the names of the predecessors.
   *
   * @return without duplicates, in the order in which they were named
   */
  public List<String> predecessors() {
    return after;
  }

  /**
   * Returns what is done when the cleanup ignores its interrupt.
   *
   * @return empty unless set
   */
  public Optional<PlainCleanup> force() {
    return Optional.ofNullable(force);
  }

  /**
   * Tells whether the cleanup is skipped unless every predecessor has completed.
   *
   * @return false unless set
   */
  public boolean requiresPredecessors() {
    return requiresPredecessors;
  }

  /**
   * Returns the identity under which every run is put on record.
   *
   * @return empty unless set
   */
  public Optional<AuditIdentity> audit() {
    return Optional.ofNullable(audit);
  }

  @Override
  public String toString() {
    return name
        + " within "
        + timeout()
        + (after.isEmpty() ? "" : " after " + String.join(", ", after));
  }

  /** The fields while a copy is made. */
  private static final class Draft {
    private final String name;
    private CleanupKind kind = CleanupKind.OTHER;
    private @Nullable Duration timeout;
    private @Nullable Duration expected;
    private List<String> after = List.of();
    private @Nullable PlainCleanup force;
    private boolean requiresPredecessors;
    private @Nullable AuditIdentity audit;

    Draft(String name) {
      this.name = name;
    }

    Draft(CleanupSpec spec) {
      this.name = spec.name;
      this.kind = spec.kind;
      this.timeout = spec.timeout;
      this.expected = spec.expected;
      this.after = spec.after;
      this.force = spec.force;
      this.requiresPredecessors = spec.requiresPredecessors;
      this.audit = spec.audit;
    }
  }
}
