package dev.lastcall.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ExpressionTree;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values are followed to where they come from. */
final class ValuesTest {
  private static List<String> origins(String members) {
    Sample sample = Sample.of("import java.util.*;", members);
    return sample.unit().values().origins(sample.asked()).stream().map(Object::toString).toList();
  }

  @Test
  void followsNamesChoicesAndCasts() {
    assertThat(
            origins(
                """
                private final Object a = "a";
                void run(int n) {
                  Object b = (Object) (n > 1 ? this.a : n);
                  ask(switch (n) { case 1 -> b; case 2 -> { yield 2; } default -> throw new Error(); });
                }
                """))
        .containsExactlyInAnyOrder("\"a\"", "n", "2");
  }

  @Test
  void followsTheResultsOfOwnMethodsButNotThoseOfTheirLambdas() {
    assertThat(
            origins(
                """
                private String made() { Runnable r = () -> { return; }; java.util.function.Supplier<String> s = () -> { return "no"; }; return "yes"; }
                void run() { ask(made()); }
                """))
        .containsExactly("\"yes\"");
  }

  @Test
  void givesAPrivateParameterWhatIsPassed() {
    assertThat(origins("void run() { one(1); one(2); } private void one(int n) { ask(n); }"))
        .containsExactly("1", "2");
  }

  @Test
  void leavesTheParameterOfAMethodThatOthersCanCall() {
    assertThat(origins("void run() { one(1); } void one(int n) { ask(n); }")).containsExactly("n");
  }

  @Test
  void leavesTheParameterOfALambdaInAPrivateMethod() {
    assertThat(
            origins(
                "void run() { one(List.of(1)); } private void one(List<Integer> all) {"
                    + " all.forEach(n -> ask(n)); }"))
        .containsExactly("n");
  }

  @Test
  void leavesTheElementOfALoop() {
    assertThat(origins("void run(List<String> all) { for (String one : all) { ask(one); } }"))
        .containsExactly("one");
  }

  @Test
  void leavesAMethodReferenceToAPrivateMethodUnknown() {
    assertThat(
            origins(
                "void run() { List.of(1).forEach(this::one); } private void one(int n) { ask(n);"
                    + " }"))
        .containsExactly("n");
  }

  @Test
  void endsWhereNamesGoInACircle() {
    assertThat(origins("void run() { Object a = null; Object b = a; a = b; b = a; ask(b); }"))
        .containsExactly("null");
    assertThat(
            origins(
                "private Object one() { return other(); } private Object other() { return one(); }"
                    + " void run() { ask(one()); }"))
        .hasSize(1);
  }

  @Test
  void endsWhereARecordIsMadeOfItsOwnParts() {
    assertThat(
            origins(
                """
                record Node(Node next, String name) {}
                private Node node = new Node(null, "a");
                void run() { node = new Node(node.next(), node.name()); node = node.next().next(); ask(node.next().name()); }
                private Object again(Object o) { return again(o.toString()).toString(); }
                """))
        .isNotEmpty();
    assertThat(
            origins(
                "private String again() { return again().trim().strip(); } void run() {"
                    + " ask(again().trim()); }"))
        .isNotEmpty();
  }

  @Test
  void endsInTimeWhereManyValuesMeet() {
    StringBuilder code = new StringBuilder("private int n;\n");
    for (int i = 0; i < 40; i++) {
      code.append("private int m%d() { n = m%d(); return n; }%n".formatted(i, (i + 7) % 40));
    }
    assertThat(origins(code + "void run() { ask(n); }")).isNotEmpty();
  }

  @Test
  void seesTheSameObjectThroughAliases() {
    Sample sample =
        Sample.of(
            "import java.util.concurrent.*;",
            """
            private final CountDownLatch latch = new CountDownLatch(1);
            private Sample next;
            void run() { CountDownLatch alias = this.latch; see(alias, latch, next.latch); }
            void see(Object a, Object b, Object c) {}
            """);
    List<? extends ExpressionTree> seen = sample.unit().calls().named("see").get(0).arguments();
    assertThat(sample.unit().values().isSame(seen.get(0), seen.get(1))).isTrue();
    assertThat(sample.unit().values().isSame(seen.get(1), seen.get(2))).isFalse();
    assertThat(sample.unit().values().isSame(seen.get(0), seen.get(2))).isFalse();
  }
}
