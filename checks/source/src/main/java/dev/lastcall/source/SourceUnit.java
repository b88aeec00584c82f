package dev.lastcall.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One source file, and the questions that checks ask of it. Confined to one thread.
 *
 * <p>The answers are worked out when they are first asked for, and kept.
 */
public final class SourceUnit {
  private final SourceTree tree;
  private final Facts facts;
  private final TypeNames types;
  private final Calls calls;
  private final Variables variables;
  private final Values values;
  private final Amounts amounts;
  private final Amounts amountsInCleanup;
  private final Bodies bodies;
  private final Places places;
  private final Paths paths;
  private final IdentityHashMap<Tree, Optional<Flow>> flows = new IdentityHashMap<>();
  private final Map<Class<?>, Object> kept = new HashMap<>();

  private SourceUnit(SourceTree tree, Facts facts, Hierarchy hierarchy) {
    this.tree = tree;
    this.facts = facts;
    this.types = TypeNames.of(tree, facts, hierarchy);
    this.calls = Calls.of(tree, types, facts);
    this.variables = Variables.of(tree);
    this.values = Values.of(tree, variables, calls);
    this.amounts = Amounts.of(tree, calls, values);
    Values anyCaller = values.whenCalledBy(call -> true);
    this.bodies = Bodies.of(tree, types, variables, calls, anyCaller);
    this.places = Places.of(tree, types, calls, bodies, facts);
    Values inCleanup = values.whenCalledBy(call -> places.of(call.node()).isPresent());
    this.amountsInCleanup = Amounts.of(tree, calls, inCleanup);
    this.paths = Paths.of(variables, calls);
  }

  /**
   * Takes a file that javac has parsed and attributed, with errors or without.
   *
   * @param unit the file
   * @param trees of the compilation that it belongs to
   * @param facts what is known about other people's methods
   * @param hierarchy what is known about the types of the compilation
   */
  public static SourceUnit of(
      CompilationUnitTree unit, Trees trees, Facts facts, Hierarchy hierarchy) {
    return new SourceUnit(SourceTree.of(unit, trees), facts, hierarchy);
  }

  /** {@return the tree, with its way up} */
  public SourceTree tree() {
    return tree;
  }

  /** {@return what is known about other people's methods} */
  public Facts facts() {
    return facts;
  }

  /** {@return the names of types} */
  public TypeNames types() {
    return types;
  }

  /** {@return the calls} */
  public Calls calls() {
    return calls;
  }

  /** {@return fields, variables and parameters} */
  public Variables variables() {
    return variables;
  }

  /** {@return where values come from} */
  public Values values() {
    return values;
  }

  /** {@return numbers and lengths of time} */
  public Amounts amounts() {
    return amounts;
  }

  /**
   * {@return numbers and lengths of time as they are in cleanup: what a method is given there by
   * this file's calls is all that it is given}
   */
  public Amounts amountsInCleanup() {
    return amountsInCleanup;
  }

  /** {@return which code a value runs} */
  public Bodies bodies() {
    return bodies;
  }

  /** {@return which code runs as cleanup} */
  public Places places() {
    return places;
  }

  /** {@return the walk over the ways through a body} */
  public Paths paths() {
    return paths;
  }

  /**
   * Returns what several checks want to know of the file, worked out for the first of them.
   *
   * @param type what it is
   * @param made works it out
   */
  public <T> T once(Class<T> type, Function<SourceUnit, T> made) {
    Object known = kept.get(type);
    if (known == null) {
      known = made.apply(this);
      kept.put(type, known);
    }
    return type.cast(known);
  }

  /**
   * {@return the ways through a method or lambda of this file; empty if it has no body, or too many
   * ways}
   */
  public Optional<Flow> flow(Tree body) {
    return flows.computeIfAbsent(body, made -> FlowBuilder.of(made, calls, types));
  }
}
