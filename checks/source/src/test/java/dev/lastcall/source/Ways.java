package dev.lastcall.source;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ways through a method, in words: the methods that it calls, with {@code !} where one throws,
 * and how it ends.
 *
 * <p>{@code a b! failed} calls a, then b, which throws. Only one-letter methods are told and can
 * throw. Each step is passed twice at most.
 */
final class Ways {
  private static final String HELPERS =
      """
      boolean a() { return t; } boolean b() { return t; } boolean c() { return t; }
      boolean d() { return t; } boolean t; final Object o = new Object();
      void w() throws InterruptedException {} void i() throws java.io.IOException {}
      AutoCloseable r() { return null; } Object n() { return null; }
      """;

  private Ways() {}

  /** {@return all ways that are laid out} */
  static Set<String> of(String method) {
    Set<String> ways = new TreeSet<>();
    SourceUnit unit = unit(method);
    Flow flow = flow(unit, "m");
    follow(flow, unit, new ArrayList<>(List.of(flow.entry())), "", ways);
    return ways;
  }

  /** {@return those that are possible, as the walk sees them} */
  static Set<String> possible(String method) {
    Set<String> ways = new TreeSet<>();
    SourceUnit unit = unit(method);
    Flow flow = flow(unit, "m");
    boolean all =
        unit.paths()
            .walk(
                flow,
                new Trace(List.of(), ""),
                (step, before, fails) -> {
                  Trace trace = before.and(step, told(unit, step, fails));
                  if (step.kind() == Flow.Kind.END || step.kind() == Flow.Kind.FAILED) {
                    ways.add(trace.words().strip());
                  }
                  boolean quiet =
                      fails && step.kind() != Flow.Kind.THROW && told(unit, step, false).isEmpty();
                  return quiet || trace.isTooLong(step) ? null : trace;
                });
    if (!all) {
      throw new IllegalStateException("too many ways");
    }
    return ways;
  }

  private record Trace(List<Integer> steps, String words) {
    Trace and(Flow.Step step, String word) {
      List<Integer> more = new ArrayList<>(steps);
      more.add(step.index());
      return new Trace(more, word.isEmpty() ? words : words + " " + word);
    }

    boolean isTooLong(Flow.Step step) {
      return steps.stream().filter(index -> index == step.index()).count() > 3;
    }
  }

  private static void follow(
      Flow flow, SourceUnit unit, List<Flow.Step> way, String words, Set<String> into) {
    Flow.Step last = way.get(way.size() - 1);
    String here = (words + " " + told(unit, last, false)).strip();
    if (last.kind() == Flow.Kind.END || last.kind() == Flow.Kind.FAILED) {
      into.add(here);
      return;
    }
    flow.next(last).forEach(next -> step(flow, unit, way, here, next, into));
    if (!told(unit, last, false).isEmpty()) {
      String failed = (words + " " + told(unit, last, true)).strip();
      flow.whenItFails(last).forEach(next -> step(flow, unit, way, failed, next, into));
    } else if (last.kind() == Flow.Kind.THROW) {
      flow.whenItFails(last).forEach(next -> step(flow, unit, way, here, next, into));
    }
  }

  private static void step(
      Flow flow,
      SourceUnit unit,
      List<Flow.Step> way,
      String words,
      Flow.Step next,
      Set<String> into) {
    if (way.stream().filter(next::equals).count() < 2) {
      List<Flow.Step> more = new ArrayList<>(way);
      more.add(next);
      follow(flow, unit, more, words, into);
    }
  }

  private static String told(SourceUnit unit, Flow.Step step, boolean fails) {
    return switch (step.kind()) {
      case CALL ->
          unit.calls()
              .at(step.node())
              .map(Call::name)
              .filter(name -> name.length() == 1)
              .map(name -> fails ? name + "!" : name)
              .orElse("");
      case CLOSE -> fails ? "close!" : "close";
      case LOCK -> "lock";
      case UNLOCK -> "unlock";
      case END -> "end";
      case FAILED -> "failed";
      default -> "";
    };
  }

  static Flow flow(SourceUnit unit, String name) {
    MethodTree method =
        unit.tree().all(Tree.Kind.METHOD, MethodTree.class).stream()
            .filter(found -> found.getName().contentEquals(name))
            .findFirst()
            .orElseThrow();
    return unit.flow(method).orElseThrow();
  }

  /** {@return a class with this method and the one-letter ones} */
  static SourceUnit unit(String method) {
    try {
      Path folder = Files.createTempDirectory("ways");
      Path file =
          Files.writeString(
              folder.resolve("Sample.java"), "class Sample {\n" + HELPERS + method + "\n}");
      List<SourceUnit> units = new ArrayList<>();
      Set<String> errors = new HashSet<>();
      Compilation.with(List.of(), OptionalInt.empty(), StandardCharsets.UTF_8)
          .read(List.of(file), Facts.of(List.of()), units::add)
          .forEach(message -> errors.add(message.toString()));
      Files.delete(file);
      Files.delete(folder);
      if (!errors.isEmpty()) {
        throw new IllegalArgumentException(errors.toString());
      }
      return units.get(0);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
