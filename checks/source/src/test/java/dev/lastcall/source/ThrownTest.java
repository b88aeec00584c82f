package dev.lastcall.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which clause takes what. */
final class ThrownTest {
  @Test
  void declaredExceptionGoesToItsClauseAndUncheckedOnesPass() {
    assertThat(Ways.of("void m() { try { w(); } catch (InterruptedException e) { a(); } }"))
        .containsExactlyInAnyOrder("w end", "w! a end", "w! a! failed", "w! failed");
  }

  @Test
  void clauseOfAnotherCheckedExceptionIsNotReached() {
    assertThat(
            Ways.of(
                "void m() throws Exception { try { w(); i(); } catch (java.io.IOException e) { a();"
                    + " } }"))
        .contains("w i! a end", "w! failed")
        .doesNotContain("w! a end");
  }

  @Test
  void thrownTypeChoosesTheClause() {
    assertThat(
            Ways.of(
                "void m() { try { if (t) throw new IllegalStateException(); i(); } catch"
                    + " (java.io.IOException e) { a(); } catch (IllegalStateException e) { b(); }"
                    + " }"))
        .contains("b end", "i! a end", "i! b end")
        .doesNotContain("a end", "failed");
  }

  @Test
  void errorsAreCaughtByTheirClauses() {
    assertThat(Ways.of("void m() { try { a(); } catch (OutOfMemoryError e) { b(); } }"))
        .contains("a! b end", "a! failed");
  }

  @Test
  void exceptionClauseLetsNothingPass() {
    assertThat(Ways.of("void m() { try { w(); } catch (Exception e) { } }"))
        .containsExactlyInAnyOrder("w end", "w! end");
  }

  @Test
  void unionOfDeclaredAndRuntimeLetsNothingPass() {
    assertThat(
            Ways.of(
                "void m() { try { i(); } catch (java.io.IOException | RuntimeException e) { } }"))
        .containsExactlyInAnyOrder("i end", "i! end");
  }

  @Test
  void exceptionsOfAClauseLeaveTheTry() {
    assertThat(
            Ways.of(
                "void m() { try { a(); } catch (RuntimeException e) { throw e; } finally { b(); }"
                    + " }"))
        .contains("a! b failed", "a b end")
        .doesNotContain("a! b end");
  }
}
