package dev.lastcall.capability;

import dev.lastcall.rules.Rules;
import dev.lastcall.source.Checking;
import dev.lastcall.source.Compilation;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The checks of this project, as {@code lastcall lint --classpath} runs them. */
final class OurChecks implements Tool {
  @Override
  public String label() {
    return "Lastcall";
  }

  @Override
  public String name() {
    return "lastcall";
  }

  @Override
  public boolean wantsClasses() {
    return false;
  }

  @Override
  public List<Report> look(Ground ground) {
    List<Report> reports = new ArrayList<>();
    Checking checking = Checking.with(Rules.all());
    List<Path> classPath =
        Stream.of(ground.libraries().split(File.pathSeparator, -1))
            .filter(entry -> !entry.isEmpty())
            .map(Path::of)
            .toList();
    for (CorpusFile file : ground.corpus().files()) {
      Compilation.with(classPath, OptionalInt.empty(), StandardCharsets.UTF_8)
          .read(
              List.of(file.path()),
              Rules.facts(),
              unit ->
                  checking
                      .check(unit)
                      .forEach(
                          finding ->
                              reports.add(
                                  Report.at(
                                      file.name(), finding.span().line(), finding.rule().id()))));
    }
    return reports;
  }
}
