package dev.lastcall.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goal and the plugin of the compiler in real builds of Maven, as deploy/ci shows them. */
final class MavenIT {
  private static final String GOAL =
      "dev.lastcall:lastcall-maven-plugin:" + System.getProperty("lastcall.version") + ":lint";

  @TempDir Path folder;

  @Test
  void theGoalFailsTheBuildAndAllWaysFindTheSame() throws IOException, InterruptedException {
    Shop shop = Shop.in(folder).with("maven-profile.xml");

    assertThat(shop.mvn("verify", "-DskipTests", "-Dlastcall.format=sarif,github"))
        .as(shop.log())
        .isOne();

    assertThat(shop.told()).as(shop.log()).isEqualTo(Shop.FINDINGS);
    assertThat(shop.log())
        .contains("4 files checked", "findings in cleanup code")
        .contains("[ERROR] " + shop.folder() + "/src/main/java/shop/Outbox.java:[15,7] [LC0201")
        .doesNotContain("\tat ");
    String sarif = Files.readString(shop.folder().resolve("target/lastcall.sarif"));
    assertThat(sarif)
        .contains("\"uri\" : \"src/main/java/shop/Outbox.java\"", "\"id\" : \"lastcall/shop/\"");
    assertThat(shop.folder().resolve("target/lastcall.github"))
        .content()
        .contains("::error file=src/main/java/shop/Outbox.java,line=15,");
    String classPath = classPath();
    assertThat(byCommand(shop, classPath)).isEqualTo(Shop.FINDINGS);
    assertThat(byCompiler(shop, classPath)).isEqualTo(Shop.FINDINGS);
  }

  @Test
  void aBaselineLetsTheBuildPass() throws IOException, InterruptedException {
    Shop shop = Shop.in(folder).with("maven-profile.xml");

    assertThat(shop.mvn(GOAL, "-Dlastcall.writeBaseline")).as(shop.log()).isZero();
    assertThat(shop.folder().resolve("lastcall.baseline")).content().contains("LC0904");
    assertThat(shop.mvn("verify")).as(shop.log()).isZero();
    assertThat(shop.told()).isEmpty();
  }

  @Test
  void theGoalIsToldOnTheCommandLine() throws IOException, InterruptedException {
    Shop shop = Shop.in(folder);
    Path rules =
        Files.writeString(
            shop.folder().resolve("own.rules"),
            "rule LC9000 note\n  match $l.await()\n  report awaits $l\n");

    assertThat(
            shop.mvn(
                GOAL,
                "-Dlastcall.failOn=never",
                "-Dlastcall.includeTests",
                "-Dlastcall.rules=" + rules))
        .as(shop.log())
        .isZero();
    assertThat(shop.told())
        .containsAll(Shop.FINDINGS)
        .contains("OutboxFixture.java:5 LC0405", "Outbox.java:15 LC9000");
    assertThat(shop.mvn(GOAL, "-Dlastcall.failOn=sometimes")).isOne();
    assertThat(shop.log())
        .contains("failOn: sometimes (expected: one of [error, warning, never])")
        .doesNotContain("\tat ");
    assertThat(shop.mvn(GOAL, "-Dlastcall.skip")).isZero();
  }

  @Test
  void thePluginOfTheCompilerFailsTheCompilation() throws IOException, InterruptedException {
    Shop shop = Shop.in(folder).with("maven-compiler.xml", "fail-on=error", "fail-on=warning");

    assertThat(shop.mvn("compile")).as(shop.log()).isOne();
    assertThat(shop.told()).as(shop.log()).isEqualTo(Shop.FINDINGS);
  }

  /** {@code lastcall lint} in a process of its own, as people start it. */
  private static Set<String> byCommand(Shop shop, String classPath)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp"));
    command.addAll(List.of(System.getProperty("java.class.path"), "dev.lastcall.cli.Main", "lint"));
    command.addAll(List.of("src/main", "--classpath", classPath, "--encoding", "ISO-8859-1"));
    Process process =
        new ProcessBuilder(command)
            .directory(shop.folder().toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isOne();
    return Shop.found("([A-Z]\\w+\\.java):(\\d+):\\d+ \\w+ (LC\\d{4})", output);
  }

  private static Set<String> byCompiler(Shop shop, String classPath) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of(
            "-XDcompilePolicy=simple",
            "-Xplugin:Lastcall fail-on=never",
            "-encoding",
            "ISO-8859-1",
            "-cp",
            classPath,
            "-d",
            shop.folder().resolve("target").toString(),
            "-processorpath",
            System.getProperty("java.class.path"));
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
        Stream<Path> files = Files.list(shop.folder().resolve("src/main/java/shop"))) {
      compiler
          .getTask(
              messages,
              manager,
              null,
              options,
              null,
              manager.getJavaFileObjectsFromPaths(files.toList()))
          .call();
    }
    return Shop.found("([A-Z]\\w+\\.java):(\\d+): warning: \\[(LC\\d{4})", messages.toString());
  }

  /** The two libraries of the project, from our own class path. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.contains("jetty-util-") || entry.contains("slf4j-api-"))
        .reduce((a, b) -> a + File.pathSeparator + b)
        .orElseThrow();
  }
}
