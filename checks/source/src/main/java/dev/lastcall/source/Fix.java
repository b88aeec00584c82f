package dev.lastcall.source;

import java.util.List;

/**
 * A change that mends a finding without changing what the program means otherwise. Immutable.
 *
 * @param description what the change does, as an imperative sentence
 * @param edits the changes; they do not overlap
 */
public record Fix(String description, List<Edit> edits) {
  /** Copies the list. */
  public Fix {
    edits = List.copyOf(edits);
  }

  /** {@return a fix of one edit} */
  public static Fix of(String description, Edit edit) {
    return new Fix(description, List.of(edit));
  }

  /**
   * One stretch of text replaced by another.
   *
   * @param start the offset of the first character that is replaced
   * @param end the offset behind the last one; the same as {@code start} to insert
   * @param replacement the new text
   */
  public record Edit(int start, int end, String replacement) {}
}
