package dev.lastcall.audit;

/** Nothing yet. */
public final class Nothing {
  private Nothing() {}
}
