package dev.lastcall.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * One file's tree with what javac's own lacks: all nodes of a kind, and the way up.
 *
 * <p>The first is built by one walk, the second by another if somebody asks for it: in most files
 * nobody does. Confined to one thread, because javac's trees are.
 */
public final class SourceTree {
  private static final Set<Tree.Kind> LOOPS =
      Set.of(
          Tree.Kind.FOR_LOOP,
          Tree.Kind.ENHANCED_FOR_LOOP,
          Tree.Kind.WHILE_LOOP,
          Tree.Kind.DO_WHILE_LOOP);

  /** What javac can have left without an answer. */
  private static final Set<Tree.Kind> NAMES =
      Set.of(
          Tree.Kind.IDENTIFIER,
          Tree.Kind.MEMBER_SELECT,
          Tree.Kind.MEMBER_REFERENCE,
          Tree.Kind.METHOD_INVOCATION,
          Tree.Kind.NEW_CLASS,
          Tree.Kind.PARAMETERIZED_TYPE,
          Tree.Kind.TYPE_PARAMETER,
          Tree.Kind.ANNOTATION,
          Tree.Kind.TYPE_ANNOTATION,
          Tree.Kind.VARIABLE,
          Tree.Kind.METHOD,
          Tree.Kind.CLASS,
          Tree.Kind.INTERFACE,
          Tree.Kind.ENUM,
          Tree.Kind.RECORD,
          Tree.Kind.ANNOTATION_TYPE);

  private final CompilationUnitTree unit;
  private final Trees trees;
  private final SourcePositions positions;
  private final TreePath root;
  private final Map<Tree.Kind, List<Tree>> kinds = new EnumMap<>(Tree.Kind.class);
  private @Nullable WayUp wayUp;
  private @Nullable CharSequence text;

  private SourceTree(CompilationUnitTree unit, Trees trees) {
    this.unit = unit;
    this.trees = trees;
    this.positions = trees.getSourcePositions();
    this.root = new TreePath(unit);
  }

  /** {@return the index of an attributed compilation unit} */
  public static SourceTree of(CompilationUnitTree unit, Trees trees) {
    SourceTree tree = new SourceTree(unit, trees);
    tree.new Walk().scan(unit, null);
    return tree;
  }

  /** {@return javac's tree of the file} */
  public CompilationUnitTree unit() {
    return unit;
  }

  /** {@return the file as its writer wrote it; empty if it can no longer be read} */
  public CharSequence text() {
    CharSequence known = text;
    if (known == null) {
      known = read();
      text = known;
    }
    return known;
  }

  private CharSequence read() {
    try {
      return unit.getSourceFile().getCharContent(true);
    } catch (java.io.IOException unreadable) {
      return "";
    }
  }

  /** {@return the text of one node, empty for nodes that the compiler has added} */
  public String text(Tree node) {
    long start = positions.getStartPosition(unit, node);
    long end = positions.getEndPosition(unit, node);
    CharSequence text = text();
    return start < 0 || end < start || end > text.length()
        ? ""
        : text.subSequence((int) start, (int) end).toString();
  }

  /** {@return the node above, empty for the file itself} */
  public Optional<Tree> parent(Tree node) {
    return Optional.ofNullable(above(node));
  }

  /** {@return the nearest node of one type above a node, not the node itself} */
  public <T extends Tree> Optional<T> enclosing(Tree node, Class<T> type) {
    for (Tree at = above(node); at != null; at = above(at)) {
      if (type.isInstance(at)) {
        return Optional.of(type.cast(at));
      }
    }
    return Optional.empty();
  }

  /** {@return whether a node is another one or stands inside it} */
  public boolean isInside(Tree node, Tree outer) {
    return wayUp().isInside(node, outer);
  }

  /** {@return the nodes from a node's parent up to the file} */
  public List<Tree> ancestors(Tree node) {
    List<Tree> ancestors = new ArrayList<>();
    for (Tree at = above(node); at != null; at = above(at)) {
      ancestors.add(at);
    }
    return ancestors;
  }

  /** {@return whether a statement is a loop of one of the four sorts} */
  public static boolean isLoop(Tree node) {
    return LOOPS.contains(node.getKind());
  }

  /** {@return all nodes of a kind, in the order of the file} */
  @SuppressWarnings("unchecked") // all nodes of a kind are of its type
  public <T extends Tree> List<T> all(Tree.Kind kind, Class<T> type) {
    List<Tree> nodes = kinds.getOrDefault(kind, List.of());
    if (!nodes.isEmpty() && !type.isInstance(nodes.get(0))) {
      throw new ClassCastException(kind + " (expected: a kind of " + type.getName() + ")");
    }
    return (List<T>) Collections.unmodifiableList(nodes);
  }

  /** {@return whether the file has a node of this kind} */
  public boolean has(Tree.Kind kind) {
    return kinds.containsKey(kind);
  }

  /** {@return what a name or a declaration stands for, empty where javac could not tell} */
  public Optional<Element> element(Tree node) {
    Element found = trees.getElement(new TreePath(root, node));
    if (found == null && isName(node)) {
      found = trees.getElement(path(node));
    }
    return Optional.ofNullable(found);
  }

  /**
   * Where the compiler has left out a class, as it does in code with errors, it has to be told in
   * which class a name stands.
   */
  private static boolean isName(Tree node) {
    return NAMES.contains(Kinds.bare(node).getKind());
  }

  /** {@return the type of an expression, empty where javac has none} */
  public Optional<TypeMirror> type(Tree node) {
    return Optional.ofNullable(trees.getTypeMirror(new TreePath(root, node)));
  }

  /** {@return where a node stands} */
  public Finding.Span span(Tree node) {
    return span(
        (int) positions.getStartPosition(unit, node), (int) positions.getEndPosition(unit, node));
  }

  /** {@return a stretch between two offsets; bad offsets become the start of the file} */
  public Finding.Span span(int start, int end) {
    int from = Math.max(0, start);
    int to = Math.max(from, end);
    if (to == 0) {
      return new Finding.Span(0, 0, 1, 1, 1, 1);
    }
    LineMap lines = unit.getLineMap();
    int line = (int) lines.getLineNumber(from);
    int endLine = (int) lines.getLineNumber(to);
    return new Finding.Span(
        from,
        to,
        line,
        (int) (from - lines.getStartPosition(line)) + 1,
        endLine,
        (int) (to - lines.getStartPosition(endLine)) + 1);
  }

  /** {@return the offset of a node's first character, -1 if it has none} */
  public int start(Tree node) {
    return (int) positions.getStartPosition(unit, node);
  }

  /** {@return the offset behind a node's last character, that of its first if it has none} */
  int end(Tree node) {
    return Math.max(Math.max(0, start(node)), (int) positions.getEndPosition(unit, node));
  }

  /**
   * {@return whether a variable's type is written in the source, as against {@code var} and the
   * parameters of lambdas} Compilers differ in what they put in the place of such a type.
   */
  public boolean isTyped(VariableTree variable) {
    Tree type = variable.getType();
    return type != null
        && start(type) >= 0
        && !type.toString().startsWith("(")
        && !text(type).equals("var");
  }

  private TreePath path(Tree node) {
    Tree parent = above(node);
    return new TreePath(parent == null || parent == unit ? root : path(parent), node);
  }

  private @Nullable Tree above(Tree node) {
    return wayUp().above(node);
  }

  /**
   * {@return the place of a node in the order in which the tree is walked, an outer one before its
   * parts}
   */
  int first(Tree node) {
    return wayUp().first(node);
  }

  /** {@return the place of the last part of a node, in the same order} */
  int last(Tree node) {
    return wayUp().last(node);
  }

  private WayUp wayUp() {
    WayUp known = wayUp;
    if (known == null) {
      known = WayUp.from(unit);
      wayUp = known;
    }
    return known;
  }

  /** Sorts the nodes by kind. */
  private final class Walk extends TreeScanner<Void, Void> {
    @Override
    public Void scan(@Nullable Tree node, @Nullable Void nothing) {
      if (node != null) {
        Tree.Kind kind = node.getKind();
        List<Tree> same = kinds.get(kind);
        if (same == null) {
          same = new ArrayList<>();
          kinds.put(kind, same);
        }
        same.add(node);
        node.accept(this, null);
      }
      return null;
    }
  }
}
