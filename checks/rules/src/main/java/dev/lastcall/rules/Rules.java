package dev.lastcall.rules;

import dev.lastcall.patterns.RuleFile;
import dev.lastcall.source.Check;
import dev.lastcall.source.Facts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Every rule that comes with Lastcall, its explanation, and what the checks know about other
 * people's methods.
 */
public final class Rules {
  private static final String PATTERNS = "patterns.rules";

  private Rules() {}

  /** The rules without code of their own, read when they are first asked for. */
  private static final class Patterns {
    static final RuleFile FILE =
        RuleFile.parse(PATTERNS, read(PATTERNS).orElseThrow().lines().toList());
  }

  /** {@return every check, in the order of their ids} */
  public static List<Check> all() {
    List<Check> checks = new ArrayList<>(Patterns.FILE.checks());
    checks.add(new DeferInLoop());
    checks.add(new UnboundedWait());
    checks.add(new UnboundedFuture());
    checks.add(new UnboundedClose());
    checks.add(new ExcessiveTimeout());
    checks.add(new UnboundedPoll());
    checks.add(new ExitInHook());
    checks.add(new ExitSkipsCleanup());
    checks.add(new ExitUnderLock());
    checks.add(new HaltOutsideLastResort());
    checks.add(new UnlockWithoutLock());
    checks.add(new UnlockOfAnother());
    checks.add(new CleanupOfUnacquired());
    checks.add(new CleanupOrder());
    checks.add(new MaskedException());
    checks.add(new CleanupAbortsRest());
    checks.add(new NeverShutDown());
    checks.add(new MissingAwait());
    checks.add(new AwaitMisused());
    checks.add(new InterruptSwallowed());
    checks.add(new LoggingInHook());
    checks.add(new WorkLost());
    checks.add(new EagerCapture());
    checks.add(new CleanupAtRegistration());
    checks.add(new HookMisuse());
    checks.add(new ConfinedClient());
    checks.add(new CleanerCapture());
    checks.add(new DestroyNeverRuns());
    checks.sort(Comparator.comparing(check -> check.rule().id()));
    return List.copyOf(checks);
  }

  /** {@return the facts that come with Lastcall} */
  public static Facts facts() {
    return facts(List.of());
  }

  /**
   * Returns the facts that come with Lastcall, and more.
   *
   * @param more lines as {@link Facts} describes them; they come first, so they win
   * @throws IllegalArgumentException if a line is not a fact
   */
  public static Facts facts(List<String> more) {
    List<String> lines = new ArrayList<>(more);
    lines.addAll(read("facts.txt").orElseThrow().lines().toList());
    return Facts.of(lines);
  }

  /**
   * {@return what a rule is about, in Markdown, with a bad and a good example; empty for an unknown
   * id}
   */
  public static Optional<String> explanation(String id) {
    return Patterns.FILE
        .named(id)
        .map(RuleFile.Entry::markdown)
        .or(() -> id.matches("LC\\d{4}") ? read(id + ".md") : Optional.empty());
  }

  private static Optional<String> read(String name) {
    try (InputStream resource = Rules.class.getResourceAsStream(name)) {
      if (resource == null) {
        return Optional.empty();
      }
      return Optional.of(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
