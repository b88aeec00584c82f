package dev.lastcall.runtime;

import dev.lastcall.api.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Takes the signals that ask a process to end; the only place that touches {@link sun.misc.Signal}.
 *
 * <p>The JVM calls a handler on a thread that it makes for each signal; ours passes the signal's
 * number on and returns. Handlers of the application that were there before are kept and can be
 * called later. Everything the platform refuses becomes a finding. A signal that comes while the
 * handlers are given back is raised again for whoever has it then. Thread-safe.
 */
final class ProcessSignals {
  static final List<String> NAMES = List.of("TERM", "INT", "HUP");

  private final SignalHandler ours;
  private final Consumer<Finding> findings;
  private final Map<String, SignalHandler> before = new LinkedHashMap<>();
  private final Map<String, SignalHandler> chained = new ConcurrentHashMap<>();
  private final AtomicReference<@Nullable Signal> late = new AtomicReference<>();
  private volatile boolean givenBack;

  /**
   * Prepares the handlers.
   *
   * @param receiver told of each signal; false if it is none of its business any more
   * @param findings told of what the platform refuses
   */
  ProcessSignals(IntPredicate receiver, Consumer<Finding> findings) {
    this.ours =
        signal -> {
          if (!receiver.test(signal.getNumber())) {
            late.set(signal);
            raiseLate();
          }
        };
    this.findings = findings;
  }

  /** One of the two sides that call this after their own write sees what the other wrote. */
  private void raiseLate() {
    Signal signal = givenBack ? late.getAndSet(null) : null;
    if (signal != null) {
      Signal.raise(signal);
    }
  }

  /** Takes every signal that is not ignored; an inherited SIG_IGN stays in force. */
  synchronized void take(IntPredicate isIgnored) {
    names()
        .forEach(
            (number, name) -> {
              if (isIgnored.test(number)) {
                findings.accept(ignored(name));
              } else {
                take(name);
              }
            });
  }

  private void take(String name) {
    SignalHandler old = handle(name, ours);
    if (old == SignalHandler.SIG_IGN) {
      handle(name, SignalHandler.SIG_IGN);
      findings.accept(ignored(name));
    } else if (old != null) {
      before.put(name, old);
      chain(name, old);
    }
  }

  private @Nullable SignalHandler handle(String name, SignalHandler handler) {
    try {
      SignalHandler old = Signal.handle(new Signal(name), handler);
      return old == null ? SignalHandler.SIG_DFL : old;
    } catch (IllegalArgumentException refused) {
      findings.accept(refused(name, refused));
      return null;
    }
  }

  /** The JVM's own handler would begin its shutdown, so only the application's are kept. */
  private void chain(String name, SignalHandler old) {
    boolean isPlatforms =
        old == SignalHandler.SIG_DFL || old.getClass().getName().startsWith("sun.misc.");
    if (!isPlatforms && old != ours) {
      chained.put(name, old);
      findings.accept(
          new Finding(
              "signal-handler-chained",
              Finding.Severity.INFO,
              "SIG" + name + " had a handler: " + old.getClass().getName(),
              "it is called at the end of the exit; make it a cleanup to give it a place and a"
                  + " bound"));
    }
  }

  /** Looks whether somebody replaced our handlers since, and takes the signals back. */
  synchronized void retake() {
    for (String name : List.copyOf(before.keySet())) {
      SignalHandler found = handle(name, ours);
      if (found != null && found != ours) {
        findings.accept(
            new Finding(
                "signal-handler-replaced",
                Finding.Severity.WARNING,
                "SIG" + name + " was taken by " + found.getClass().getName() + " after install",
                "install Lastcall after the library that does so; the signal was taken back"));
        chain(name, found);
      }
    }
  }

  /** Whether any signal begins an exit. */
  synchronized boolean isTaken() {
    return !before.isEmpty();
  }

  /** The application's own handlers of a signal, as actions to run later. */
  List<Runnable> chained(int number) {
    List<Runnable> actions = new ArrayList<>();
    chained.forEach(
        (name, handler) -> {
          Signal signal = new Signal(name);
          if (signal.getNumber() == number) {
            actions.add(() -> handler.handle(signal));
          }
        });
    return actions;
  }

  /** The names of the signals by their numbers, as far as this platform knows them. */
  static Map<Integer, String> names() {
    Map<Integer, String> names = new LinkedHashMap<>();
    for (String name : NAMES) {
      try {
        names.put(new Signal(name).getNumber(), name);
      } catch (IllegalArgumentException unknown) {
        // This platform has no such signal.
      }
    }
    return names;
  }

  /** Puts the handlers back that were there before; one that was replaced since stays. */
  synchronized void giveBack() {
    before.forEach(
        (name, old) -> {
          SignalHandler found = handle(name, old);
          if (found != null && found != ours) {
            handle(name, found);
          }
        });
    before.clear();
    chained.clear();
    givenBack = true;
    raiseLate();
  }

  private static Finding ignored(String name) {
    return new Finding(
        "signal-ignored",
        name.equals("TERM") ? Finding.Severity.ERROR : Finding.Severity.INFO,
        "SIG" + name + " was ignored when the process started, and stays so",
        "start the process without nohup or a background shell if the signal is to end it");
  }

  private static Finding refused(String name, IllegalArgumentException refusal) {
    return new Finding(
        "signal-refused",
        name.equals("HUP") ? Finding.Severity.INFO : Finding.Severity.ERROR,
        "SIG" + name + " cannot be taken: " + refusal.getMessage(),
        "start the JVM without -Xrs; until then only System.exit and main's end are graceful");
  }
}
