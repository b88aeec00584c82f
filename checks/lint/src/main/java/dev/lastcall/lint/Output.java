package dev.lastcall.lint;

import java.io.IOException;

/** A form in which a result is written. */
public enum Output {
  /** For people: a finding with its line of source, and a sum. */
  TEXT,
  /** For one's own tools: everything, as JSON. */
  JSON,
  /** SARIF 2.1.0, for code scanning. */
  SARIF,
  /** Generic issues of SonarQube, for {@code sonar.externalIssuesReportPaths}. */
  SONAR,
  /** Workflow commands of GitHub Actions, which become annotations. */
  GITHUB,
  /** GitLab's code quality report, for {@code artifacts:reports:codequality}. */
  GITLAB;

  /**
   * Writes a result.
   *
   * @param result what was found
   * @param to takes the text
   * @throws IOException if that fails
   */
  public void write(LintResult result, Appendable to) throws IOException {
    write(result, "", to);
  }

  /**
   * Writes a result of one part of a larger whole.
   *
   * @param result what was found
   * @param part the part's name, by which code scanning tells several SARIF files of one commit
   *     apart; empty if there is only one
   * @param to takes the text
   * @throws IOException if that fails
   */
  public void write(LintResult result, String part, Appendable to) throws IOException {
    switch (this) {
      case TEXT -> TextOutput.write(result, to);
      case JSON -> to.append(Json.text(JsonOutput.of(result)));
      case SARIF -> to.append(Json.text(SarifOutput.of(result, part)));
      case SONAR -> to.append(Json.text(SonarOutput.of(result)));
      case GITLAB -> to.append(Json.text(GitlabOutput.of(result)));
      case GITHUB -> GithubOutput.write(result, to);
    }
  }
}
