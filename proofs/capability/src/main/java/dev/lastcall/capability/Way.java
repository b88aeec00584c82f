package dev.lastcall.capability;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is measured. */
enum Way {
  JAVAC("javac") {
    @Override
    List<String> arguments(Given given) {
      return javac("javac", given, List.of("-d", given.classes().toString()));
    }
  },
  PLUGIN("javac with the compiler plugin") {
    @Override
    List<String> arguments(Given given) {
      return javac(
          "javac",
          given,
          List.of(
              "-d",
              given.classes().toString(),
              "-XDcompilePolicy=simple",
              "-processorpath",
              given.ours(),
              "-Xplugin:Lastcall fail-on=never"));
    }
  },
  ATTRIBUTION("javac's attribution alone") {
    @Override
    List<String> arguments(Given given) {
      return javac("attribute", given, List.of());
    }
  },
  LINT("lastcall lint") {
    @Override
    List<String> arguments(Given given) {
      return List.of(
          "lint",
          "lint",
          given.tree().toString(),
          "--classpath",
          given.libraries(),
          "--fail-on",
          "never",
          "--format",
          "json",
          "--output",
          given.findings().toString());
    }
  },
  LINT_AS_STARTED("lastcall lint, as ./lastcall starts it") {
    @Override
    List<String> jvm() {
      return List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");
    }

    @Override
    List<String> arguments(Given given) {
      return LINT.arguments(given);
    }
  },
  ERROR_PRONE("javac with Error Prone, default checks") {
    @Override
    List<String> jvm() {
      return Command.openJavac("");
    }

    @Override
    List<String> arguments(Given given) {
      return javac(
          "javac",
          given,
          List.of(
              "-d",
              given.classes().toString(),
              "-XDcompilePolicy=simple",
              "--should-stop=ifError=FLOW",
              "-processorpath",
              given.errorProne(),
              "-Xplugin:ErrorProne -XepAllErrorsAsWarnings"));
    }
  };

  private final String label;

  Way(String label) {
    this.label = label;
  }

  /**
   * What there is.
   *
   * @param libraries the class path of the tree
   * @param errorProne that of Error Prone
   * @param ours that of the checks
   * @param classes where classes go
   * @param list a file with the path of every file
   * @param tree the folder with the files
   * @param findings where our findings go
   */
  record Given(
      String libraries,
      String errorProne,
      String ours,
      Path classes,
      Path list,
      Path tree,
      Path findings) {}

  String label() {
    return label;
  }

  List<String> jvm() {
    return List.of();
  }

  abstract List<String> arguments(Given given);

  private static List<String> javac(String what, Given given, List<String> more) {
    List<String> arguments =
        new ArrayList<>(List.of(what, "-proc:none", "-nowarn", "-Xmaxwarns", "100000"));
    arguments.addAll(List.of("-cp", given.libraries()));
    arguments.addAll(more);
    arguments.add("@" + given.list());
    return arguments;
  }
}
