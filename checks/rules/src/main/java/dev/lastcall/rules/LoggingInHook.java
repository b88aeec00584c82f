package dev.lastcall.rules;

import com.sun.source.tree.ClassTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Check;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Place;
import dev.lastcall.source.Places;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Finds hooks that log with a logger that is stopped by a hook of its own. */
final class LoggingInHook implements Check {
  private static final Rule RULE =
      new Rule(
          "LC1101",
          "logging-in-hook",
          Severity.NOTE,
          "A hook logs with a logger that another hook stops at the same time.");
  private static final Pattern LOGGING =
      Pattern.compile(
          "trace|debug|info|warn|warning|error|fatal|severe|config|fine|finer|finest|log|logp|printf"
              + "|entering|exiting|throwing|catching|at(Trace|Debug|Info|Warn|Warning|Error|Fatal"
              + "|Severe|Config|Fine|Finer|Finest)|at");
  private static final Set<String> STOPPING = Set.of("shutdown", "stop", "reset", "terminate");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    if (unit.places().isEmpty()) {
      return;
    }
    for (Call call : unit.calls().all()) {
      if (LOGGING.matcher(call.name()).matches() && isLogger(unit, call)) {
        Optional<Places.Reach> reach =
            unit.places().of(call.node()).filter(found -> found.place() == Place.HOOK);
        reach
            .filter(found -> !stopsLogging(unit, found))
            .ifPresent(
                found ->
                    findings.accept(
                        Finding.of(
                                RULE,
                                unit.tree().span(call.node()),
                                "may be lost: the logger has a hook of its own, that runs at the"
                                    + " same time")
                            .relatedTo(unit.tree().span(found.root()), "runs as a hook")));
      }
    }
  }

  /** By its type, or made by an annotation of the class. */
  private static boolean isLogger(SourceUnit unit, Call call) {
    boolean made = call.receiver().filter(on -> on.toString().matches("log(ger)?")).isPresent();
    return unit.facts().isAbout("logs", call.types())
        || (made
            && call.receiver().flatMap(unit.variables()::named).isEmpty()
            && unit.tree().ancestors(call.node()).stream()
                .filter(ClassTree.class::isInstance)
                .flatMap(type -> ((ClassTree) type).getModifiers().getAnnotations().stream())
                .map(annotation -> unit.types().written(annotation.getAnnotationType()))
                .anyMatch(name -> unit.facts().isAbout("logs", Set.of(name))));
  }

  /** Who stops the logger himself has turned its own hook off. */
  private static boolean stopsLogging(SourceUnit unit, Places.Reach reach) {
    return Ran.by(unit, reach).stream()
        .anyMatch(
            call ->
                STOPPING.contains(call.name()) && unit.facts().isAbout("logging", call.types()));
  }
}
