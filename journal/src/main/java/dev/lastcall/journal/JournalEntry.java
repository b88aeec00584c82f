package dev.lastcall.journal;

/** What a reader comes upon: a sound record, or a stretch that holds none. */
public sealed interface JournalEntry permits JournalRecord, JournalGap {}
