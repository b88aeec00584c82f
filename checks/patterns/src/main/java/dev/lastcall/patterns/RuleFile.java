package dev.lastcall.patterns;

import com.sun.source.tree.Tree;
import dev.lastcall.source.Check;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Rules from a file, without code of their own. Immutable.
 *
 * <pre>
 * rule TEAM-004 error
 *   match   $producer.close()
 *   where   $producer is org.apache.kafka.clients.producer.Producer
 *   inside  hook | callback | close
 *   report  $producer.close() waits without a limit
 *   fix     $producer.close(java.time.Duration.ofSeconds(5))
 * </pre>
 *
 * <p>A rule matches where one of its {@code match} patterns does, all {@code where} conditions
 * hold, and the place is in one of the surroundings of every {@code inside} and none of {@code
 * not-inside}.
 */
public final class RuleFile {
  private static final Pattern HEADER =
      Pattern.compile("([A-Za-z][\\w.-]*)\\s+(error|warning|note)");

  private final String file;
  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Map<String, JavaPattern.Parsed> java = new HashMap<>();

  private RuleFile(String file) {
    this.file = file;
  }

  /**
   * A rule and what it says about itself.
   *
   * @param check the rule at work
   * @param explanation the text behind {@code explain}, may be empty
   * @param bad code in which it must find something
   * @param good code in which it must not
   */
  public record Entry(Check check, String explanation, List<Example> bad, List<Example> good) {
    /** Copies the lists. */
    public Entry {
      bad = List.copyOf(bad);
      good = List.copyOf(good);
    }

    /** {@return all of this in Markdown, for people} */
    public String markdown() {
      StringBuilder text = new StringBuilder();
      text.append("# ").append(check.rule().id());
      if (!check.rule().name().equals(check.rule().id())) {
        text.append(" · ").append(check.rule().name());
      }
      text.append("\n\n").append(explanation.isEmpty() ? check.rule().summary() : explanation);
      bad.forEach(example -> text.append(block("Bad", example)));
      good.forEach(example -> text.append(block("Good", example)));
      return text.append('\n').toString();
    }

    private static String block(String title, Example example) {
      return "\n\n## " + title + "\n\n```java\n" + example.code().stripIndent().strip() + "\n```";
    }
  }

  /**
   * A Java file that shows what a rule finds, or what it leaves alone.
   *
   * @param code the whole file
   * @param line where it begins in the rule file, from 1
   */
  public record Example(String code, int line) {}

  /**
   * Reads rules.
   *
   * @param file the file's name, for messages
   * @param lines what it says
   * @throws RuleFileException if it says something that is not a rule
   */
  public static RuleFile parse(String file, List<String> lines) {
    RuleFile rules = new RuleFile(file);
    List<RuleText.Block> blocks = RuleText.read(file, lines);
    rules.readJava(blocks);
    blocks.forEach(block -> rules.entries.add(rules.entry(block)));
    return rules;
  }

  /** All of the file's Java at once: to start the compiler is what takes time. */
  private void readJava(List<RuleText.Block> blocks) {
    Set<String> texts = new LinkedHashSet<>();
    for (RuleText.Block block : blocks) {
      block.all("match").forEach(clause -> texts.add(clause.text()));
      block.all("where").forEach(clause -> Condition.java(clause.text()).ifPresent(texts::add));
    }
    java.putAll(JavaPattern.parse(texts));
  }

  private JavaPattern.Parsed java(String text) {
    return Optional.ofNullable(java.get(text)).orElseThrow();
  }

  /** {@return the file's name, as it was given} */
  public String name() {
    return file;
  }

  /** {@return the rules, in the order of the file} */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** {@return the rules at work, in the order of the file} */
  public List<Check> checks() {
    return entries.stream().map(Entry::check).toList();
  }

  private Entry entry(RuleText.Block block) {
    Rule rule = rule(block);
    List<JavaPattern> patterns = block.all("match").stream().map(this::pattern).toList();
    if (patterns.isEmpty()) {
      throw bad(block.header(), 0, "rule " + rule.id() + " without match", "match PATTERN");
    }
    Set<String> holes = new HashSet<>(patterns.get(0).holes());
    patterns.forEach(pattern -> holes.retainAll(pattern.holes()));
    List<Condition> conditions =
        block.all("where").stream().map(clause -> condition(clause, holes)).toList();
    RuleText.Clause report =
        block
            .first("report")
            .orElseThrow(
                () ->
                    bad(
                        block.header(),
                        0,
                        "rule " + rule.id() + " without report",
                        "report MESSAGE"));
    refuseUnknownHoles(report, holes);
    block.first("fix").ifPresent(clause -> refuseUnknownHoles(clause, holes));
    Check check =
        new PatternCheck(
            rule,
            patterns,
            conditions,
            surroundings(block),
            report.text(),
            block.first("fix").map(RuleText.Clause::text));
    return new Entry(
        check,
        block.first("explain").map(clause -> prose(clause.text())).orElse(""),
        examples(block, "bad"),
        examples(block, "good"));
  }

  private Rule rule(RuleText.Block block) {
    Matcher header = HEADER.matcher(block.header().text());
    if (!header.matches()) {
      throw bad(block.header(), 0, block.header().text(), "ID and error, warning or note");
    }
    if (!ids.add(header.group(1))) {
      throw bad(block.header(), 0, header.group(1), "an id that no other rule has");
    }
    String name = block.first("name").map(RuleText.Clause::text).orElse(header.group(1));
    return new Rule(
        header.group(1),
        name,
        Severity.valueOf(header.group(2).toUpperCase(Locale.ROOT)),
        summary(block));
  }

  /** The first sentence of the explanation; what is reported if there is none. */
  private static String summary(RuleText.Block block) {
    Optional<String> explained =
        block
            .first("explain")
            .map(
                clause -> clause.text().strip().replaceAll("\\s+", " ").replaceFirst("\\. .*", "."))
            .filter(sentence -> !sentence.isEmpty());
    return explained.orElseGet(() -> block.first("report").map(RuleText.Clause::text).orElse(""));
  }

  private JavaPattern pattern(RuleText.Clause clause) {
    JavaPattern.Parsed parsed = java(clause.text());
    if (parsed.problem().isPresent()) {
      throw bad(
          clause,
          parsed.problem().get().offset(),
          parsed.problem().get().message(),
          "a Java expression or statements, with holes such as $x, $_ and $*rest");
    }
    JavaPattern pattern = parsed.pattern().orElseThrow();
    boolean onlyHole =
        pattern.trees().size() == 1
            && pattern.holes().size() == 1
            && clause.text().strip().matches("\\$\\*?\\w+;?");
    if (onlyHole) {
      throw bad(clause, 0, clause.text(), "more than a hole");
    }
    return pattern;
  }

  private Condition condition(RuleText.Clause clause, Set<String> holes) {
    Condition.Parsed parsed = Condition.parse(clause.text(), this::java);
    if (parsed.condition().isEmpty()) {
      throw bad(clause, 0, clause.text(), parsed.expected());
    }
    refuseUnknownHoles(clause, holes);
    return parsed.condition().get();
  }

  private List<BiPredicate<SourceUnit, Tree>> surroundings(RuleText.Block block) {
    List<BiPredicate<SourceUnit, Tree>> all = new ArrayList<>();
    block.all("inside").forEach(clause -> all.add(anyOf(clause)));
    block.all("not-inside").forEach(clause -> all.add(anyOf(clause).negate()));
    return all;
  }

  private BiPredicate<SourceUnit, Tree> anyOf(RuleText.Clause clause) {
    BiPredicate<SourceUnit, Tree> any = (unit, node) -> false;
    int offset = 0;
    for (String part : clause.text().split("\\|", -1)) {
      String word = part.strip();
      int at = offset + part.indexOf(word);
      any =
          any.or(
              Surroundings.of(word)
                  .orElseThrow(
                      () ->
                          bad(
                              clause,
                              at,
                              word.isEmpty() ? "nothing" : word,
                              "one of " + Surroundings.words())));
      offset += part.length() + 1;
    }
    return any;
  }

  private void refuseUnknownHoles(RuleText.Clause clause, Set<String> holes) {
    Matcher hole = Pattern.compile("\\$\\*?([A-Za-z]\\w*)").matcher(clause.text());
    while (hole.find()) {
      if (!holes.contains(hole.group(1))) {
        throw bad(
            clause,
            hole.start(),
            hole.group(),
            "a hole of every match: " + holes.stream().sorted().map(each -> "$" + each).toList());
      }
    }
  }

  private RuleFileException bad(RuleText.Clause clause, int offset, String found, String expected) {
    String before = clause.text().substring(0, Math.min(offset, clause.text().length()));
    int lines = (int) before.chars().filter(each -> each == '\n').count();
    int column =
        lines == 0
            ? clause.column() + offset
            : offset - before.lastIndexOf('\n') + clause.column() - 1;
    return new RuleFileException(file, clause.line() + lines, column, found, expected);
  }

  private static String prose(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n"));
  }

  private static List<Example> examples(RuleText.Block block, String word) {
    return block.all(word).stream()
        .map(clause -> new Example(clause.text(), clause.line()))
        .toList();
  }

  /** {@return the rule of an entry that a text names, by id or name} */
  public Optional<Entry> named(String wanted) {
    return entries.stream()
        .filter(
            entry ->
                entry.check().rule().id().equalsIgnoreCase(wanted)
                    || entry.check().rule().name().equalsIgnoreCase(wanted))
        .findFirst();
  }
}
