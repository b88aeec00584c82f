package dev.lastcall.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which steps can follow which. */
final class FlowTest {
  @Test
  void finallyRunsBehindSuccessAndFailure() {
    assertThat(Ways.of("void m() { try { a(); } finally { b(); } c(); }"))
        .containsExactlyInAnyOrder(
            "a b c end", "a b c! failed", "a b! failed", "a! b failed", "a! b! failed");
  }

  @Test
  void returnPassesTheFinallyBlocksInnerFirst() {
    assertThat(Ways.of("void m() { try { try { return; } finally { a(); } } finally { b(); } }"))
        .containsExactlyInAnyOrder("a b end", "a b! failed", "a! b failed", "a! b! failed");
  }

  @Test
  void returnInFinallyEndsTheException() {
    assertThat(
            Ways.of("@SuppressWarnings(\"finally\") void m() { try { a(); } finally { return; } }"))
        .containsExactlyInAnyOrder("a end", "a! end");
  }

  @Test
  void breakInFinallyLeavesTheLoopAroundIt() {
    assertThat(
            Ways.of(
                "@SuppressWarnings(\"finally\") void m() { while (true) { try { while (true) {"
                    + " return; } } finally { a(); break; } } b(); }"))
        .containsExactlyInAnyOrder("a b end", "a b! failed", "a! failed");
  }

  @Test
  void continueRunsTheFinallyBlockAndTheNextTurn() {
    assertThat(
            Ways.of(
                "void m() { for (int i = 0; i < 2; i++) { try { if (t) continue; a(); } finally {"
                    + " b(); } } }"))
        .contains("end", "b end", "a b end", "a! b failed")
        .doesNotContain("a end", "a! b end");
  }

  @Test
  void labelledBreakLeavesTheOuterLoop() {
    assertThat(Ways.of("void m() { out: while (true) { while (true) { break out; } } a(); }"))
        .containsExactlyInAnyOrder("a end", "a! failed");
  }

  @Test
  void labelledContinueGoesOnWithTheOuterLoop() {
    assertThat(Ways.of("void m() { out: while (t) { while (true) { a(); continue out; } } b(); }"))
        .contains("b end", "a b end")
        .doesNotContain("a a b end end");
  }

  @Test
  void labelOfAnIfIsNotThatOfALoopInside() {
    assertThat(Ways.of("void m() { out: if (t) { while (true) { break out; } } a(); }"))
        .containsExactlyInAnyOrder("a end", "a! failed");
  }

  @Test
  void labelledBlockIsLeftByItsBreak() {
    assertThat(Ways.of("void m() { out: { if (t) break out; a(); } b(); }"))
        .containsExactlyInAnyOrder("b end", "b! failed", "a b end", "a b! failed", "a! failed");
  }

  @Test
  void doLoopRunsOnceAndTestsBehindContinue() {
    assertThat(Ways.of("void m() { do { if (t) continue; a(); } while (b()); }"))
        .contains("b end", "a b end", "b! failed")
        .doesNotContain("end");
  }

  @Test
  void endlessLoopEndsOnlyByAJump() {
    assertThat(Ways.of("void m() { while (true) { a(); } }"))
        .isNotEmpty()
        .allMatch(way -> way.endsWith("a! failed"));
  }

  @Test
  void enhancedLoopMayRunNotAtAll() {
    assertThat(Ways.of("void m(int[] all) { for (int one : all) { a(); } b(); }"))
        .contains("b end", "a b end", "a! failed");
  }

  @Test
  void oldSwitchFallsThrough() {
    assertThat(
            Ways.of(
                "void m(int k) { switch (k) { case 1: a(); case 2: b(); break; default: c(); } }"))
        .containsExactlyInAnyOrder(
            "a b end", "a! failed", "a b! failed", "b end", "b! failed", "c end", "c! failed");
  }

  @Test
  void switchWithoutDefaultMayDoNothing() {
    assertThat(Ways.of("void m(int k) { switch (k) { case 1 -> a(); case 2 -> { b(); } } }"))
        .containsExactlyInAnyOrder("end", "a end", "a! failed", "b end", "b! failed");
  }

  @Test
  void yieldLeavesTheSwitchExpressionNotTheLoopInside() {
    assertThat(
            Ways.of(
                "int m(int k) { int x = switch (k) { case 1 -> { while (true) { a(); yield 1; } }"
                    + " default -> 2; }; b(); return x; }"))
        .containsExactlyInAnyOrder("a b end", "a! failed", "a b! failed", "b end", "b! failed");
  }

  @Test
  void resourcesAreClosedLastFirstBeforeTheClauses() {
    assertThat(
            Ways.of(
                "void m() { try (var x = r(); var y = r()) { a(); } catch (Exception e) { b(); }"
                    + " finally { c(); } }"))
        .contains(
            "r r a close close c end",
            "r r a! close close b c end",
            "r r! close b c end",
            "r! b c end",
            "r r a close! close b c end")
        .doesNotContain("r r a! b c end", "r! c end", "r r a! close close c end");
  }

  @Test
  void monitorIsLeftBehindSuccessReturnAndFailure() {
    assertThat(Ways.of("void m() { synchronized (o) { if (t) return; a(); } b(); }"))
        .containsExactlyInAnyOrder(
            "lock unlock end",
            "lock a unlock b end",
            "lock a unlock b! failed",
            "lock a! unlock failed");
  }

  @Test
  void conditionsAreCutShort() {
    assertThat(Ways.of("void m() { if (a() && !b() || c()) { d(); } }"))
        .contains("a b d end", "a b c d end", "a c d end", "a b c end", "a c end")
        .doesNotContain("a end", "a d end", "b d end");
  }

  @Test
  void choiceInAConditionHasItsOwnTwoWays() {
    assertThat(Ways.of("void m() { if (t ? a() : b()) { c(); } }"))
        .contains("a c end", "b c end", "a end", "b end")
        .doesNotContain("a b end", "c end", "end");
  }

  @Test
  void waysEndWhereTheProcessDoes() {
    assertThat(Ways.of("void m() { if (t) { a(); System.exit(1); } b(); }"))
        .contains("b end", "a! failed")
        .doesNotContain("a b end", "a end");
  }

  @Test
  void lambdasAndClassesInsideAreNotPartOfIt() {
    assertThat(
            Ways.of(
                "Object m() { Runnable x = () -> a(); return new Object() { void q() { b(); } };"
                    + " }"))
        .containsExactly("end");
  }
}
