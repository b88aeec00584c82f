package dev.lastcall.capability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * SonarJava, whose findings were fetched from a server before: it runs nowhere else.
 *
 * @param version of the analyzer
 * @param issues what {@code /api/issues/search} answered, one page a line
 */
record Sonar(String version, Path issues) implements Tool {
  @Override
  public String label() {
    return "SonarJava " + version;
  }

  @Override
  public String name() {
    return "sonar-java";
  }

  @Override
  public boolean wantsClasses() {
    return false;
  }

  @Override
  public List<Report> look(Ground ground) throws IOException {
    List<Report> reports = new ArrayList<>();
    for (String page : Files.readAllLines(issues)) {
      for (JsonNode issue : new ObjectMapper().readTree(page).path("issues")) {
        String path = issue.path("component").asText().replaceFirst("^[^:]*:", "");
        JsonNode range = issue.path("textRange");
        int line = range.path("startLine").asInt(1);
        ground
            .corpus()
            .ending(path.replaceFirst("^.*?tree/", ""))
            .ifPresent(
                file -> reports.add(Report.at(file.name(), line, issue.path("rule").asText())));
      }
    }
    return reports;
  }
}
