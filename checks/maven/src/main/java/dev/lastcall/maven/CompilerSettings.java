package dev.lastcall.maven;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;

/**
 * What a project tells its compiler: the configuration of the compiler plugin first, then the usual
 * properties.
 */
final class CompilerSettings {
  private static final String PLUGIN = "org.apache.maven.plugins:maven-compiler-plugin";
  private static final Pattern RELEASE = Pattern.compile("(?:1\\.)?(\\d+)");

  private CompilerSettings() {}

  /** {@return the release of the main sources, empty if the project does not say} */
  static OptionalInt release(Model project) {
    return Stream.of("release", "source")
        .flatMap(
            name ->
                Stream.concat(configured(project, name).stream(), property(project, name).stream()))
        .flatMapToInt(value -> number(value).stream())
        .findFirst();
  }

  /** {@return a release as it is written in poms, {@code 17} or {@code 1.8}} */
  static OptionalInt number(String text) {
    Matcher release = RELEASE.matcher(text.strip());
    return release.matches()
        ? OptionalInt.of(Integer.parseInt(release.group(1)))
        : OptionalInt.empty();
  }

  private static Optional<String> configured(Model project, String name) {
    Plugin compiler =
        project.getBuild() == null ? null : project.getBuild().getPluginsAsMap().get(PLUGIN);
    if (compiler == null) {
      return Optional.empty();
    }
    Matcher element =
        Pattern.compile("<" + name + ">\\s*([^<]+?)\\s*</" + name + ">")
            .matcher(Objects.toString(compiler.getConfiguration(), ""));
    return element.find() ? Optional.of(element.group(1)) : Optional.empty();
  }

  private static Optional<String> property(Model project, String name) {
    Properties properties = project.getProperties();
    return Optional.ofNullable(properties.getProperty("maven.compiler." + name));
  }
}
