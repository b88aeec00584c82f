package dev.lastcall.journal;

/**
 * The only place of this room that makes threads: a journal must not need the rooms above it, and
 * what it prepares must be ready before an appender asks.
 */
final class JournalThreads {
  private JournalThreads() {}

  /** A daemon that is not started yet; a journal never keeps a process alive. */
  static Thread make(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
