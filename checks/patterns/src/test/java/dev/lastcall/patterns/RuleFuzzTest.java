package dev.lastcall.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.source.Checking;
import dev.lastcall.source.Compilation;
import dev.lastcall.source.Facts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rule files that nobody would write: read, or refused in words with a line, and never a reason to
 * stumble over code.
 *
 * <p>Each run has another seed, which is printed; {@code -Dlastcall.seed=N} repeats one.
 */
final class RuleFuzzTest {
  private static final String WHOLE =
      """
      # rules
      rule R error
        name   r-r
        match $a.lock(); try { $*b; } finally { $a.unlock(); }
        match $_ $a = Cleaner.create($*b);
        where $a is Lock
        where $a from new Lock($_)
        where $b matches /x+/
        where $a >= 30s
        inside hook | loop | method(f)
        not-inside class(B)
        report $a
        fix f($a)
        explain
          words

          more words
        bad
          class A {}
      """;

  private static final String CODE =
      """
      import java.util.concurrent.locks.*;
      class A {
        final Lock l = new ReentrantLock();
        int n;
        void f(int x, String... s) throws Exception {
          l.lock(); try { f(1); n++; } finally { l.unlock(); }
          for (var e : s) { Runnable r = e::length; r.run(); switch (x) { case 1: f(2); default: } }
          int[] a = {1, 2}; Object o = x > 1 ? (Object) a[0] : new Thread(() -> f(x, s)) {};
          label: while (true) { if (o instanceof String t && t.isEmpty()) break label; synchronized (o) { return; } }
        }
      }
      """;

  private static final List<String> WORDS =
      List.of(
          "$a",
          "$_",
          "$*b",
          "$*",
          "$",
          "l",
          "f",
          "x",
          "s",
          "1",
          "30s",
          "\"x\"",
          "'",
          "\"",
          ".",
          ",",
          ";",
          "(",
          ")",
          "{",
          "}",
          "[",
          "]",
          "+",
          "++",
          "=",
          "==",
          "?",
          ":",
          "::",
          "->",
          "<",
          ">",
          "|",
          "/",
          "new",
          "try",
          "finally",
          "catch",
          "for",
          "while",
          "if",
          "else",
          "switch",
          "case",
          "return",
          "throw",
          "class",
          "Thread",
          "Lock",
          "int",
          "@Override",
          "/*",
          "//",
          "\\",
          "\u0000",
          "ü",
          "\t",
          "lock",
          "unlock",
          "this",
          "instanceof",
          "yield",
          "is",
          "from",
          "match",
          "where");

  @TempDir Path folder;

  private final long seed = Long.getLong("lastcall.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void textThatWasCutAndShuffled() throws IOException {
    List<RuleFile> read = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      StringBuilder text = new StringBuilder(WHOLE);
      for (int j = 0; j < 1 + random.nextInt(5); j++) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, word());
          case 2 -> text.delete(at, Math.min(text.length(), at + random.nextInt(30)));
          default -> text.insert(at, '\n');
        }
      }
      readOrRefused(text.toString(), read);
    }
    stumbleOverNothing(read);
  }

  @Test
  void patternsOfRandomWords() throws IOException {
    List<RuleFile> read = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      StringBuilder pattern = new StringBuilder();
      for (int j = 0; j < 1 + random.nextInt(8); j++) {
        pattern.append(word()).append(random.nextInt(3) == 0 ? " " : "");
      }
      readOrRefused("rule R error\n  match " + pattern + "\n  report r\n", read);
    }
    stumbleOverNothing(read);
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private void readOrRefused(String text, List<RuleFile> read) {
    try {
      read.add(RuleFile.parse("own.rules", text.lines().toList()));
    } catch (RuleFileException refused) {
      assertThat(refused.line()).as("seed %d: %s", seed, text).isPositive();
      assertThat(refused.column()).as("seed %d: %s", seed, text).isPositive();
      assertThat(refused).as("seed %d", seed).hasMessageContaining("(expected: ");
    } catch (RuntimeException | StackOverflowError stumbled) {
      throw new AssertionError("seed " + seed + ": " + text, stumbled);
    }
  }

  private void stumbleOverNothing(List<RuleFile> read) throws IOException {
    System.out.println(
        "seed " + seed + ": " + read.size() + " rule files read, the others refused");
    Path file = Files.writeString(folder.resolve("A.java"), CODE);
    Facts facts = Facts.of(List.of("hook java.lang.Runtime#addShutdownHook(1)"));
    Compilation.with(List.of(), OptionalInt.empty(), StandardCharsets.UTF_8)
        .read(
            List.of(file),
            facts,
            unit -> {
              for (RuleFile rules : read) {
                try {
                  Checking.with(rules.checks()).check(unit);
                } catch (RuntimeException | StackOverflowError stumbled) {
                  throw new AssertionError("seed " + seed, stumbled);
                }
              }
            });
  }
}
