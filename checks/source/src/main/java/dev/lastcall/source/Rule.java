package dev.lastcall.source;

/**
 * What a check looks for, in the words that its findings carry. Immutable; safe for use by several
 * threads.
 *
 * @param id the name that never changes, such as {@code LC0201}
 * @param name the name that people type and read, such as {@code unbounded-wait-in-cleanup}
 * @param severity how bad a finding is unless the check says otherwise
 * @param summary one sentence that says what is wrong
 */
public record Rule(String id, String name, Severity severity, String summary) {}
