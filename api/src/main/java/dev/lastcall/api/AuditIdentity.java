package dev.lastcall.api;

/**
 * An audit identity as a value, checked.
 *
 * @param auditId 1 to {@value Auditable#MAX_LENGTH} characters, none of them a control character
 * @param auditAction the same
 */
public record AuditIdentity(String auditId, String auditAction) implements Auditable {
  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if a value is null, empty, too long or holds a control
   *     character
   */
  public AuditIdentity {
    checked("auditId", auditId);
    checked("auditAction", auditAction);
  }

  /**
   * Takes the identity that an auditable has now.
   *
   * @param auditable asked once
   * @return its identity
   * @throws IllegalArgumentException as the constructor
   */
  public static AuditIdentity of(Auditable auditable) {
    Arguments.given("auditable", auditable);
    return new AuditIdentity(auditable.auditId(), auditable.auditAction());
  }

  private static void checked(String name, String value) {
    String given = Arguments.given(name, value);
    if (given.isEmpty()
        || given.length() > MAX_LENGTH
        || given.codePoints().anyMatch(Character::isISOControl)) {
      throw Arguments.refusal(
          name, '"' + given + '"', "1 to " + MAX_LENGTH + " characters, no control character");
    }
  }
}
