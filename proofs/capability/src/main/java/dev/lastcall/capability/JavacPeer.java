package dev.lastcall.capability;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tool inside javac, which talks in javac's messages.
 *
 * @param label its name in the tables
 * @param name its name in {@code topics.txt}
 * @param run tells its runs apart
 * @param options what javac is told in addition
 */
record JavacPeer(String label, String name, String run, List<String> options) implements Tool {
  private static final Pattern MESSAGE =
      Pattern.compile("(?m)^(\\S+\\.java):(\\d+): (?:warning|error|Note|note): \\[(.+?)\\] ");

  static JavacPeer errorProne(Peers peers, boolean everything) {
    String flags = everything ? " -XepAllDisabledChecksAsWarnings" : "";
    return new JavacPeer(
        "Error Prone "
            + version(peers.jar("error-prone", "error_prone_core-"))
            + (everything ? ", all checks" : ", default"),
        "error-prone",
        everything ? "error-prone-all" : "error-prone",
        List.of(
            "-processorpath",
            peers.classPath("error-prone"),
            "-Xplugin:ErrorProne -XepAllErrorsAsWarnings" + flags));
  }

  static JavacPeer resourceLeaks(Peers peers) {
    return new JavacPeer(
        "Resource Leak Checker " + version(peers.jar("checker", "checker-3")),
        "resource-leak-checker",
        "resource-leak-checker",
        List.of(
            "-processorpath",
            peers.classPath("checker"),
            "-processor",
            "org.checkerframework.checker.resourceleak.ResourceLeakChecker",
            "-Awarns"));
  }

  /** {@return the version in the name of a jar} */
  static String version(Path jar) {
    return jar.getFileName().toString().replaceFirst("^.*?-(\\d.*)\\.jar$", "$1");
  }

  @Override
  public boolean wantsClasses() {
    return true;
  }

  @Override
  public List<Report> look(Ground ground) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Command.tool("javac")));
    command.addAll(Command.openJavac("-J"));
    command.addAll(
        List.of("-XDcompilePolicy=simple", "--should-stop=ifError=FLOW", "-Xmaxwarns", "100000"));
    command.addAll(List.of("-cp", ground.libraries() + File.pathSeparator + peersOwn()));
    command.addAll(options);
    command.addAll(List.of("-d", Files.createDirectories(ground.work().resolve(run)).toString()));
    command.add("@" + ground.compiledPaths());
    Path log = ground.work().resolve(run + ".log");
    int code = Command.run(command, log);
    if (code != 0) {
      throw new IllegalStateException(run + ": " + code + " (expected: 0; see " + log + ")");
    }
    return read(Files.readString(log), ground.corpus());
  }

  /** Annotations that a tool reads are on the class path of those who use it. */
  private String peersOwn() {
    return options.get(1);
  }

  static List<Report> read(String log, Corpus corpus) {
    List<Report> reports = new ArrayList<>();
    Matcher matcher = MESSAGE.matcher(log);
    while (matcher.find()) {
      int line = Integer.parseInt(matcher.group(2));
      String rule = matcher.group(3);
      corpus
          .at(Path.of(matcher.group(1)))
          .ifPresent(file -> reports.add(Report.at(file.name(), line, rule)));
    }
    return reports;
  }
}
