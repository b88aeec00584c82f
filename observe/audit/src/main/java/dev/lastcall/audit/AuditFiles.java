package dev.lastcall.audit;

/** What is where in the folder of a trail. */
final class AuditFiles {
  /** The folder of the journal, in that of the trail. */
  static final String JOURNAL = "journal";

  /** What the journal says that it holds. */
  static final String CONTENT = "audit/1";

  private AuditFiles() {}
}
