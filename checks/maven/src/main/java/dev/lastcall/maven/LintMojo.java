package dev.lastcall.maven;

import dev.lastcall.lint.Baseline;
import dev.lastcall.lint.Lint;
import dev.lastcall.lint.LintFinding;
import dev.lastcall.lint.LintResult;
import dev.lastcall.lint.LintSettings;
import dev.lastcall.lint.Notice;
import dev.lastcall.lint.Output;
import dev.lastcall.rules.OwnRules;
import dev.lastcall.source.FailOn;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Finds mistakes in the cleanup and shutdown code of a project, with the class path, the release
 * and the encoding that the project is compiled with.
 */
@Mojo(
    name = "lint",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class LintMojo extends AbstractMojo {
  /** Whether to do nothing. */
  @Parameter(property = "lastcall.skip", defaultValue = "false")
  private boolean skip;

  /** From which severity on the build fails: {@code error}, {@code warning} or {@code never}. */
  @Parameter(property = "lastcall.failOn", defaultValue = "error")
  private String failOn = "error";

  /** Findings that are known already and do not count; used if it is there. */
  @Parameter(property = "lastcall.baseline", defaultValue = "${project.basedir}/lastcall.baseline")
  private File baseline = new File("lastcall.baseline");

  /** Whether to write all findings to the baseline instead of failing. */
  @Parameter(property = "lastcall.writeBaseline", defaultValue = "false")
  private boolean writeBaseline;

  /** Files with rules of your own. */
  @Parameter(property = "lastcall.rules")
  private List<File> rules = new ArrayList<>();

  /** A file with more facts about other people's methods. */
  @Parameter(property = "lastcall.facts")
  private @Nullable File facts;

  /** Forms in which to write the findings beside the log: sarif, sonar, gitlab, github, json. */
  @Parameter(property = "lastcall.format")
  private List<String> formats = new ArrayList<>();

  /** Where to write them, if there is one form; {@code target/lastcall.FORM} unless told. */
  @Parameter(property = "lastcall.output")
  private @Nullable File output;

  /** Whether to check the sources of the tests as well. */
  @Parameter(property = "lastcall.includeTests", defaultValue = "false")
  private boolean includeTests;

  /** The Java release of the sources; that of the compiler plugin unless told. */
  @Parameter(property = "lastcall.release")
  private @Nullable String release;

  /** The encoding of the sources. */
  @Parameter(property = "lastcall.encoding", defaultValue = "${project.build.sourceEncoding}")
  private @Nullable String encoding;

  @Parameter(defaultValue = "${project.model}", readonly = true, required = true)
  private Model project = new Model();

  @Parameter(defaultValue = "${maven.multiModuleProjectDirectory}", readonly = true)
  private File root = new File("");

  @Parameter(defaultValue = "${project.build.directory}", readonly = true)
  private File target = new File("target");

  @Parameter(defaultValue = "${project.compileSourceRoots}", readonly = true)
  private List<String> sources = new ArrayList<>();

  @Parameter(defaultValue = "${project.testCompileSourceRoots}", readonly = true)
  private List<String> testSources = new ArrayList<>();

  @Parameter(defaultValue = "${project.compileClasspathElements}", readonly = true)
  private List<String> classPath = new ArrayList<>();

  @Parameter(defaultValue = "${project.testClasspathElements}", readonly = true)
  private List<String> testClassPath = new ArrayList<>();

  /** Made by Maven. */
  public LintMojo() {}

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    List<Path> paths = paths();
    if (skip || paths.isEmpty()) {
      getLog().info(skip ? "skipped" : "no sources to check");
      return;
    }
    LintResult result;
    FailOn limit;
    try {
      limit = word(FailOn.class, "failOn", failOn);
      result = run(paths);
    } catch (IOException | IllegalArgumentException | IllegalStateException misuse) {
      throw new MojoExecutionException(misuse.getMessage(), misuse);
    }
    if (!writeBaseline && result.fails(limit)) {
      throw new MojoFailureException(
          result.findings().size()
              + " findings in cleanup code (the lines above; lastcall.failOn is "
              + failOn
              + ")");
    }
  }

  private LintResult run(List<Path> paths) throws IOException {
    LintResult all = Lint.run(settings(paths), (checked, of, at) -> {});
    if (writeBaseline) {
      Baseline.write(all, baseline.toPath());
      getLog().info(all.findings().size() + " findings written to " + baseline);
      return all;
    }
    LintResult result = baseline.exists() ? Baseline.read(baseline.toPath()).apply(all) : all;
    tell(result);
    write(result);
    return result;
  }

  private LintSettings settings(List<Path> paths) {
    if (output != null && formats.size() != 1) {
      throw new IllegalArgumentException("output: " + output + " (expected: with one format)");
    }
    OptionalInt level =
        release == null ? CompilerSettings.release(project) : CompilerSettings.number(release);
    if (release != null && level.isEmpty()) {
      throw new IllegalArgumentException("release: " + release + " (expected: such as 17)");
    }
    return new LintSettings(
        paths,
        root.toPath(),
        existing(includeTests ? testClassPath : classPath),
        level,
        charset(),
        OwnRules.besideShipped(OwnRules.read("rules", rules.stream().map(File::toPath).toList())),
        OwnRules.facts("facts", facts == null ? List.of() : List.of(facts.toPath())));
  }

  private List<Path> paths() {
    List<String> all = new ArrayList<>(sources);
    if (includeTests) {
      all.addAll(testSources);
    }
    return existing(all);
  }

  private static List<Path> existing(List<String> files) {
    return files.stream().map(Path::of).filter(Files::exists).toList();
  }

  private Charset charset() {
    try {
      return encoding == null ? Charset.defaultCharset() : Charset.forName(encoding);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw new IllegalArgumentException(
          "encoding: " + encoding + " (expected: such as UTF-8)", unknown);
    }
  }

  private void tell(LintResult result) {
    for (LintFinding each : result.findings()) {
      String line =
          String.format(
              "%s:[%d,%d] [%s %s] %s",
              each.file(),
              each.finding().span().line(),
              each.finding().span().column(),
              each.finding().rule().id(),
              each.finding().rule().name(),
              each.finding().message());
      switch (each.finding().severity()) {
        case ERROR -> getLog().error(line);
        case WARNING -> getLog().warn(line);
        case NOTE -> getLog().info(line);
      }
    }
    for (Notice notice : result.notices()) {
      getLog().info(notice.toString());
    }
    getLog().info(result.files() + " files checked, " + result.findings().size() + " findings");
  }

  private void write(LintResult result) throws IOException {
    for (String format : formats) {
      Output form = word(Output.class, "format", format);
      Path file =
          output == null
              ? target.toPath().resolve("lastcall." + form.name().toLowerCase(Locale.ROOT))
              : output.toPath();
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      try (Writer to = Files.newBufferedWriter(file)) {
        form.write(result, project.getArtifactId(), to);
      }
    }
  }

  private static <E extends Enum<E>> E word(Class<E> type, String name, String value) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.name().equalsIgnoreCase(value))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    name
                        + ": "
                        + value
                        + " (expected: one of "
                        + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT)
                        + ")"));
  }
}
