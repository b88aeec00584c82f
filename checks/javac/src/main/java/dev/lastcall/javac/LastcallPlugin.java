package dev.lastcall.javac;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import com.sun.source.util.Trees;
import dev.lastcall.rules.OwnRules;
import dev.lastcall.source.Check;
import dev.lastcall.source.Checking;
import java.util.List;

/**
 * The checks inside javac: {@code -Xplugin:Lastcall -XDcompilePolicy=simple}.
 *
 * <p>Arguments, separated by blanks: {@code fail-on=error|warning|never} (default {@code error}),
 * {@code disable=RULE,RULE}, {@code facts=FILE}, {@code rules=FILE}. Findings are messages of the
 * compiler; those from {@code fail-on} on make it fail.
 */
public final class LastcallPlugin implements Plugin {
  /** Made by the compiler. */
  public LastcallPlugin() {}

  @Override
  public String getName() {
    return "Lastcall";
  }

  /**
   * Starts to listen to a compilation. An argument that is unknown, or a file that cannot be used,
   * becomes an error of the compiler.
   *
   * @param task the compilation
   * @param arguments what stands behind the plugin's name
   */
  @Override
  public void init(JavacTask task, String... arguments) {
    Trees trees = Trees.instance(task);
    try {
      PluginOptions options = PluginOptions.of(arguments);
      Messages messages = new Messages(trees, options.failOn());
      task.addTaskListener(
          new AnalyzedFiles(
              trees,
              OwnRules.facts("facts", options.facts()),
              Checking.with(checks(options)),
              messages));
    } catch (IllegalArgumentException misuse) {
      task.addTaskListener(new Misuse(trees, misuse.getMessage()));
    }
  }

  private static List<Check> checks(PluginOptions options) {
    List<Check> checks = OwnRules.besideShipped(OwnRules.read("rules", options.rules()));
    checks.removeIf(
        check ->
            options.disabled().contains(check.rule().id())
                || options.disabled().contains(check.rule().name()));
    return checks;
  }
}
