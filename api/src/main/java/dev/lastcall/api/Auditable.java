package dev.lastcall.api;

/**
 * The identity under which every run of a cleanup is put on record.
 *
 * <p>A cleanup that implements it is registered with that identity; {@link CleanupSpec#audited}
 * gives one to any other. Both values are read once, at registration. Implementations are
 * thread-safe.
 */
public interface Auditable {
  /** The longest {@link #auditId()} and {@link #auditAction()}, in characters. */
  int MAX_LENGTH = 200;

  /**
   * Returns the id under which the record is found again, such as that of a change or a customer.
   *
   * @return 1 to {@value #MAX_LENGTH} characters
   */
  String auditId();

  /**
   * Returns what the cleanup does, in the words of the audit, such as {@code close-db-connection}.
   *
   * @return 1 to {@value #MAX_LENGTH} characters
   */
  String auditAction();
}
