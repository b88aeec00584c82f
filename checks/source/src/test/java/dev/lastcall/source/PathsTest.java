package dev.lastcall.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which ways can be. */
final class PathsTest {
  @Test
  void flagThatIsSetBehindACallSaysWhetherItSucceeded() {
    assertThat(
            Ways.possible(
                "void m() { boolean got = false; try { a(); got = true; b(); } finally { if (got)"
                    + " c(); } }"))
        .contains("a b c end", "a! failed", "a b! c failed")
        .doesNotContain("a! c failed", "a b end");
  }

  @Test
  void nullSaysThatNothingWasAssigned() {
    assertThat(
            Ways.possible(
                "void m() { Object x = null; try { x = n(); b(); } finally { if (x != null) c(); }"
                    + " }"))
        .contains("n b c end", "n! failed")
        .doesNotContain("n! c failed", "n b end");
  }

  @Test
  void resultOfACallMayBeNullIfNothingElseExplainsTheTest() {
    assertThat(Ways.possible("void m() { Object x = n(); if (x == null) { a(); } else { b(); } }"))
        .contains("n a end", "n b end");
  }

  @Test
  void booleanResultIsFollowedBothWays() {
    assertThat(
            Ways.possible(
                "void m() { boolean got = a(); b(); if (got) { c(); } if (!got) { d(); } }"))
        .contains("a b c end", "a b d end")
        .doesNotContain("a b c d end", "a b end");
  }

  @Test
  void choiceOfTwoCallsIsFollowedToo() {
    assertThat(Ways.possible("void m() { boolean got = t ? a() : b(); if (got) { c(); } }"))
        .contains("a c end", "a end", "b c end", "b end");
  }

  @Test
  void sameConditionTurnsOutTheSame() {
    assertThat(Ways.possible("void m(int k) { if (k > 3) { a(); } b(); if (k <= 3) { c(); } }"))
        .contains("a b end", "b c end")
        .doesNotContain("a b c end", "b end");
  }

  @Test
  void conditionIsOpenAgainWhenItsVariableChanges() {
    assertThat(Ways.possible("void m(int k) { if (k > 3) { a(); k++; } if (k > 3) { c(); } }"))
        .contains("a end", "a c end", "end")
        .doesNotContain("c end");
  }

  @Test
  void fieldOfAnotherObjectIsAnotherField() {
    assertThat(Ways.possible("void m(Sample x, Sample y) { if (x.t) { a(); } if (y.t) { b(); } }"))
        .contains("a b end", "a end", "b end", "end");
  }

  @Test
  void loopOverAFlagOfTheClassEnds() {
    assertThat(Ways.possible("void m() { while (t) { a(); } b(); }")).contains("a b end", "b end");
  }

  @Test
  void loopVariableIsNewInEachTurn() {
    assertThat(
            Ways.possible(
                "void m(Object[] all) { for (Object one : all) { if (one == null) { a(); } else {"
                    + " b(); } } }"))
        .contains("a b end", "b a end");
  }

  @Test
  void ownMethodMaySetTheField() {
    assertThat(
            Ways.possible("void s() { t = true; } void m() { if (!t) { s(); if (t) { a(); } } }"))
        .contains("s a end", "end");
  }

  @Test
  void knownInstanceIsNotNull() {
    assertThat(
            Ways.possible(
                "void m(Object x) { if (x instanceof String) { if (x == null) { a(); } b(); } }"))
        .contains("b end", "end")
        .doesNotContain("a b end");
  }

  @Test
  void objectsNonNullIsANullTest() {
    assertThat(
            Ways.possible(
                "void m() { Object x = null; if (t) { x = n(); } if (java.util.Objects.nonNull(x))"
                    + " { a(); } }"))
        .contains("n a end", "end")
        .doesNotContain("n end", "a end");
  }

  @Test
  void aliasKnowsWhatItsSourceKnows() {
    assertThat(
            Ways.possible(
                "void m() { Object x = null; Object y = x; if (y != null) { a(); } b(); }"))
        .containsExactlyInAnyOrder("b end", "b! failed");
  }

  @Test
  void assertedConditionHolds() {
    assertThat(
            Ways.possible(
                "void m() { Object x = null; if (t) { x = n(); } assert x != null; a(); }"))
        .contains("n a end")
        .doesNotContain("a end");
  }
}
