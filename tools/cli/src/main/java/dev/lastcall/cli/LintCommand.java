package dev.lastcall.cli;

import dev.lastcall.lint.Baseline;
import dev.lastcall.lint.Fixes;
import dev.lastcall.lint.Lint;
import dev.lastcall.lint.LintResult;
import dev.lastcall.lint.LintSettings;
import dev.lastcall.lint.Output;
import dev.lastcall.patterns.RuleFile;
import dev.lastcall.rules.OwnRules;
import dev.lastcall.source.Facts;
import dev.lastcall.source.FailOn;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lastcall lint}: finds mistakes in cleanup code. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Finds mistakes in cleanup and shutdown code of a Java source tree.",
    footer = {"", "Exit codes: 0 clean, 1 findings, 2 could not run."})
final class LintCommand implements Subcommand {
  /** What to do with fixes. */
  enum FixMode {
    PREVIEW,
    APPLY
  }

  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Java files, and folders with Java files.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = {"--classpath", "-cp"},
      paramLabel = "PATHS",
      description =
          "Jars and folders of other people's types, separated as for java; DIR/* stands for its"
              + " jars. Without it, such types are known by import only.")
  private String classPath = "";

  @Option(
      names = "--release",
      paramLabel = "N",
      description = "The Java release of the sources. Default: that of the running JDK.")
  private @Nullable Integer release;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "The encoding of the sources. Default: UTF-8.")
  private Charset encoding = StandardCharsets.UTF_8;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json, sarif, sonar, github or gitlab. Default: text.")
  private Output format = Output.TEXT;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where to write the findings. Default: standard output.")
  private @Nullable Path output;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description =
          "From which severity on to exit with 1: error, warning or never. Default: error.")
  private FailOn failOn = FailOn.ERROR;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Leave out the findings in this file.")
  private @Nullable Path baseline;

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "Write all findings to this file, for --baseline, and exit with 0.")
  private @Nullable Path writeBaseline;

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = "Rules of your own; docs/checks.md describes the form. Repeatable.")
  private List<Path> rules = new ArrayList<>();

  @Option(
      names = "--facts",
      paramLabel = "FILE",
      description = "More facts about other people's methods; docs/checks.md describes the form.")
  private @Nullable Path facts;

  @Option(
      names = "--fix",
      paramLabel = "MODE",
      arity = "0..1",
      fallbackValue = "preview",
      description = "Show the safe fixes as a diff (preview, the default) or make them (apply).")
  private @Nullable FixMode fix;

  @Option(
      names = "--explain",
      paramLabel = "RULE",
      description = "Explain a rule, by id or name, with a bad and a good example.")
  private @Nullable String explain;

  @Option(names = "--list", description = "List the rules, with those of --rules.")
  private boolean list;

  @Option(
      names = "--test-rules",
      description = "Try the rules of --rules on their own bad and good examples.")
  private boolean testRules;

  LintCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<RuleFile> own = OwnRules.read("--rules", rules);
    if (list || explain != null || testRules) {
      return help(own);
    }
    if (paths.isEmpty()) {
      throw misuse("PATH: missing (expected: at least one Java file or folder)");
    }
    if (fix == FixMode.PREVIEW && format != Output.TEXT && output == null) {
      throw misuse("--fix: preview (expected: with --format text, or with --output)");
    }
    LintInput.ensureWritable("--output", output);
    LintInput.ensureWritable("--write-baseline", writeBaseline);
    Baseline known = baseline == null ? null : LintInput.baseline(baseline);
    LintResult all = run(own);
    if (writeBaseline != null) {
      Baseline.write(all, writeBaseline);
      say(all.findings().size() + " findings written to " + writeBaseline);
      return FINE;
    }
    LintResult result = known == null ? all : known.apply(all);
    if (known != null && known.gone(all) > 0) {
      say(known.gone(all) + " findings of the baseline are gone (--write-baseline shortens it)");
    }
    write(result);
    fix(result);
    return result.fails(failOn) ? TROUBLE : FINE;
  }

  private int help(List<RuleFile> own) throws IOException {
    RuleHelp help = RuleHelp.of(spec.commandLine().getOut(), own);
    if (testRules) {
      if (own.isEmpty()) {
        throw misuse("--test-rules: without rules (expected: with --rules FILE)");
      }
      return help.test(facts());
    }
    return explain == null ? help.list() : help.explain(explain);
  }

  private Facts facts() {
    return OwnRules.facts("--facts", facts == null ? List.of() : List.of(facts));
  }

  private LintResult run(List<RuleFile> own) throws IOException {
    LintSettings settings =
        new LintSettings(
            paths,
            Path.of(""),
            LintInput.classPath(classPath),
            release == null ? OptionalInt.empty() : OptionalInt.of(release),
            encoding,
            OwnRules.besideShipped(own),
            facts());
    LintProgress progress = new LintProgress(spec.commandLine().getErr(), terminal.interactive());
    try {
      return Lint.run(settings, progress);
    } finally {
      progress.end();
    }
  }

  private void write(LintResult result) throws IOException {
    StringWriter text = new StringWriter();
    format.write(result, text);
    PrintWriter out = spec.commandLine().getOut();
    if (output == null) {
      out.print(text);
      out.flush();
      return;
    }
    Files.writeString(output, text.toString());
    say(result.findings().size() + " findings written to " + output);
  }

  private void fix(LintResult result) throws IOException {
    if (fix == FixMode.PREVIEW) {
      spec.commandLine().getOut().print(Fixes.of(result, encoding).diff());
      spec.commandLine().getOut().flush();
    } else if (fix == FixMode.APPLY) {
      say(Fixes.of(result, encoding).apply() + " files changed");
    }
  }

  private ParameterException misuse(String words) {
    return new ParameterException(spec.commandLine(), words);
  }

  private void say(String words) {
    spec.commandLine().getErr().println(words);
  }
}
