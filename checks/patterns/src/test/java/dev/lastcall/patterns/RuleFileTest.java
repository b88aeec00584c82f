package dev.lastcall.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastcall.source.Checking;
import dev.lastcall.source.Compilation;
import dev.lastcall.source.Facts;
import dev.lastcall.source.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of the user's own: what they find, and what is said about those that are wrong. */
final class RuleFileTest {
  private static final Facts FACTS = Facts.of(List.of("hook java.lang.Runtime#addShutdownHook(1)"));

  @TempDir Path folder;

  @Test
  void aPatternWithAHoleFindsEveryPlaceOfTheType() throws IOException {
    String rule =
        "rule R error\n  match $t.join()\n  where $t is java.lang.Thread\n  report joins $t";
    String code =
        "class A { void f(Thread one, Thread two, A a) throws Exception { one.join(); two.join();"
            + " a.join(); } void join() {} }";

    assertThat(messages(rule, code)).containsExactly("joins one", "joins two");
  }

  @Test
  void aMethodReferenceIsACallThatSomebodyElseMakes() throws IOException {
    String rule = "rule R error\n  match $p.close()\n  report closes $p";

    assertThat(
            messages(
                rule,
                "class A { Runnable f(B b) { return b::close; } } class B { void close() {} }"))
        .containsExactly("closes b");
  }

  @Test
  void aHoleForAnyNumberTakesNoneOrSome() throws IOException {
    String rule = "rule R note\n  match new Thread($*all)\n  report thread of <$all>";
    String code = "class A { Thread a = new Thread(); Thread b = new Thread(null, \"b\"); }";

    assertThat(messages(rule, code)).containsExactly("thread of <>", "thread of <null, \"b\">");
  }

  @Test
  void aHoleThatStandsTwiceStandsForTheSame() throws IOException {
    String rule = "rule R warning\n  match $a.compareTo($a)\n  report compares $a with itself";
    String code =
        "class A { int f(String x, String y) { return x.compareTo(y) + x.compareTo(x); } }";

    assertThat(messages(rule, code)).containsExactly("compares x with itself");
  }

  @Test
  void statementsAreMatchedOneAfterTheOther() throws IOException {
    String rule =
        """
        rule R error
          match
            $lock.lock();
            $*between;
            $lock.unlock();
          report $lock is not given back when something throws\
        """;
    String code =
        "class A { void f(java.util.concurrent.locks.Lock l) { l.lock(); f(l); f(l); l.unlock(); }"
            + " }";

    assertThat(messages(rule, code)).containsExactly("l is not given back when something throws");
  }

  @Test
  void surroundingsAreAsked() throws IOException {
    String code =
        "class A { void f(Thread t) throws Exception { t.join(); for (;;) { t.join(1); }} {"
            + " Runtime.getRuntime().addShutdownHook(new Thread(() -> g(null))); } void g(Thread t)"
            + " { try { t.join(2); } catch (Exception e) {} } }";

    assertThat(messages("rule R error\n  match $t.join($*n)\n  inside loop\n  report $n", code))
        .containsExactly("1");
    assertThat(
            messages(
                "rule R error\n  match $t.join($*n)\n  inside hook | callback\n  report $n", code))
        .containsExactly("2");
    assertThat(
            messages(
                "rule R error\n  match $t.join($*n)\n  not-inside hook | loop\n  report <$n>",
                code))
        .containsExactly("<>");
  }

  @Test
  void numbersAndTimesAreCompared() throws IOException {
    String code =
        "class A { static final int N = 60 * 1000; void f() throws Exception { Thread.sleep(N);"
            + " Thread.sleep(5); g(java.time.Duration.ofMinutes(2)); } void g(java.time.Duration d)"
            + " {} }";

    assertThat(
            messages(
                "rule R note\n  match Thread.sleep($n)\n  where $n > 30_000\n  report $n", code))
        .containsExactly("N");
    assertThat(messages("rule R note\n  match g($d)\n  where $d > 30s\n  report long", code))
        .containsExactly("long");
  }

  @Test
  void aFixIsFilledWithTheTextOfTheHoles() throws IOException {
    String rule = "rule R error\n  match $t.join()\n  report joins\n  fix $t.join(2_000)";
    List<Finding> found =
        findings(rule, "class A { void f(Thread t) throws Exception { t /* the */ .join(); } }");

    assertThat(found.get(0).fix().orElseThrow().edits().get(0).replacement())
        .isEqualTo("t.join(2_000)");
  }

  @Test
  void staticallyImportedNamesAreTheSame() throws IOException {
    String rule = "rule R error\n  match $p.awaitTermination($n, TimeUnit.DAYS)\n  report $n days";
    String code =
        "import static java.util.concurrent.TimeUnit.DAYS; class A { void"
            + " f(java.util.concurrent.ExecutorService p) throws Exception { p.awaitTermination(3,"
            + " DAYS); } }";

    assertThat(messages(rule, code)).containsExactly("3 days");
  }

  @Test
  void aValueIsFollowedToWhereItComesFrom() throws IOException {
    String rule = "rule R error\n  match $p.exit()\n  where $p from P.one($_)\n  report $p";
    String code =
        "class P { static P one(int i) { return null; } native void exit(); P f = P.one(1); void"
            + " f(P x, boolean b) { f.exit(); x.exit(); var v = P.one(2); v.exit(); P w = b ? v :"
            + " x; w.exit(); } }";
    String other = code.replace("{ return null; }", "; ").replace("static", "static native");

    assertThat(messages(rule, other)).containsExactly("f", "v");
  }

  @Test
  void aHoleForANameStandsForItWhereItIsUsed() throws IOException {
    String rule =
        "rule R error\n  match $_ $p = new Thread($*a); $*b; $p.start();\n  report $p starts";
    String code =
        "class A { void f() { final Thread one = new Thread(); f(); one.start(); var two = new"
            + " Thread(); one.start(); } }";

    assertThat(messages(rule, code)).containsExactly("one starts");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "rul X error;1:1: rul (expected: rule ID",
        "rule X fatal;1:6: X fatal (expected: ID and error, warning or note",
        "  match $x;1:3: match $x (expected: rule ID SEVERITY",
        "rule X error~  mtch $p.close();2:3: mtch (expected: one of",
        "rule X error~  report hello;1:6: rule X without match (expected: match PATTERN",
        "rule X error~  match $p.close();1:6: rule X without report (expected: report MESSAGE",
        "rule X error~  match $p;2:9: $p (expected: more than a hole",
        "rule X error~  match $p.close()~  where $q is String~  report r;3:9: $q (expected: a hole"
            + " of every match",
        "rule X error~  match $p.close()~  where p = 3~  report r;3:9: p = 3 (expected: $HOLE is"
            + " TYPE",
        "rule X error~  match $p.close()~  where $p matches /(/~  report r;3:9: $p matches /(/"
            + " (expected: a regular expression",
        "rule X error~  match $p.close()~  where $p from new (~  report r;3:9: $p from new ("
            + " (expected: a Java expression behind from",
        "rule X error~  match $p.close()~  inside hok | loop~  report r;3:10: hok (expected: one"
            + " of",
        "rule X error~  match $p.close()~  report $z;3:10: $z (expected: a hole of every match",
        "rule X error~  match $p.close()~  report r~rule X error~  match f()~  report r;4:6: X"
            + " (expected: an id that no other rule has",
      })
  void aRuleThatIsWrongIsRefusedWithLineAndColumn(String lines, String message) {
    List<String> file = List.of(lines.split("~"));

    assertThatThrownBy(() -> RuleFile.parse("own.rules", file))
        .isInstanceOf(RuleFileException.class)
        .hasMessageStartingWith("own.rules:" + message);
  }

  @Test
  void aPatternThatIsNotJavaIsRefusedWhereItGoesWrong() {
    assertThatThrownBy(
            () -> RuleFile.parse("r", List.of("rule X error", "  match $p.close(", "  report r")))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining("r:2:")
        .hasMessageContaining("expected: a Java expression or statements");
  }

  private List<String> messages(String rule, String code) throws IOException {
    return findings(rule, code).stream().map(Finding::message).toList();
  }

  private List<Finding> findings(String rule, String code) throws IOException {
    Path file = Files.writeString(folder.resolve("A.java"), code);
    Checking checking = Checking.with(RuleFile.parse("r", rule.lines().toList()).checks());
    List<Finding> found = new ArrayList<>();
    Compilation.with(List.of(), OptionalInt.empty(), StandardCharsets.UTF_8)
        .read(List.of(file), FACTS, unit -> found.addAll(checking.check(unit)));
    return found;
  }
}
