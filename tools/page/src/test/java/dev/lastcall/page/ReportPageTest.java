package dev.lastcall.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lastcall.api.ExitReport;
import dev.lastcall.report.ReportJson;
import dev.lastcall.report.Unfinished;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ReportPageTest {
  private static final Pattern SCRIPT =
      Pattern.compile("<script(?: [^>]*)?>(.*?)</script>", Pattern.DOTALL);
  private static final String HOSTILE =
      "</script><script>alert(1)</script><img src=x onerror='alert(2)'>\" & ]]> <!-- {{data}} {b}";

  @Test
  void theDataOfThePageIsTheReport() throws IOException {
    ExitReport report = PageReports.mixed();

    JsonNode data = data(ReportPage.text(report));

    assertThat(data.path("report")).isEqualTo(new ObjectMapper().readTree(ReportJson.text(report)));
    assertThat(data.path("verdict").path("clean").booleanValue()).isFalse();
    assertThat(data.path("layout")).hasSameSizeAs(report.cleanups());
  }

  @Test
  void whatOthersWroteNeverBecomesMarkupOrScript() throws IOException {
    String page = ReportPage.text(PageReports.with(HOSTILE));

    assertThat(withoutCharts(page)).doesNotContain("<script>alert", "<img", "<!--");
    assertThat(scripts(page)).hasSize(3);
    assertThat(data(page).path("report").path("process").path("command").textValue())
        .isEqualTo(HOSTILE);
  }

  @Test
  void nothingIsFetchedFromElsewhere() {
    String page = ReportPage.text(PageReports.mixed());

    assertThat(withoutCharts(page))
        .doesNotContain("<link", "src=", "@import", "url(", "fetch(", "XMLHttpRequest");
  }

  @Test
  void thePolicyAllowsTheTwoScriptsAndNoOther() throws NoSuchAlgorithmException {
    String page = ReportPage.text(PageReports.mixed());
    String policy =
        page.lines()
            .filter(line -> line.contains("Content-Security-Policy"))
            .findFirst()
            .orElseThrow();

    assertThat(policy)
        .contains("default-src 'none'")
        .doesNotContain("script-src 'unsafe", "http:", "https:");
    for (String script : scripts(page).subList(1, 3)) {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    }
  }

  @Test
  void theTextRenderingIsInThePageForThoseWithoutScript() {
    assertThat(ReportPage.text(PageReports.with("a<b")))
        .contains("<pre>✘ 1 abandoned, 1 failed, 1 timed out, 1 skipped, 1 completed")
        .contains("a&lt;b4");
  }

  @Test
  void ofAnExitWithoutAnEndTheDataSaysWhatRanAndWhatHadNotBegun() throws IOException {
    StringBuilder page = new StringBuilder();
    ReportPage.write(
        PageReports.mixed(),
        new Unfinished("killed in clean", "2 s", Set.of("x4"), Set.of("x5")),
        page);

    JsonNode data = data(page.toString());
    assertThat(data.path("verdict").path("clean").booleanValue()).isFalse();
    assertThat(data.path("verdict").path("sentence").textValue()).isEqualTo("killed in clean");
    assertThat(data.path("report").path("counts").path("running").intValue()).isEqualTo(1);
    assertThat(data.path("report").path("counts").path("abandoned").intValue()).isZero();
    assertThat(data.path("report").path("cleanups").findValuesAsText("word"))
        .contains("running", "not-begun")
        .doesNotContain("abandoned", "skipped");
  }

  @Test
  void staysSmallEnoughToBeMailed() {
    assertThat(ReportPage.text(PageReports.mixed()).length()).isBetween(900_000, 1_300_000);
  }

  private static JsonNode data(String page) throws IOException {
    return new ObjectMapper().readTree(scripts(page).get(0));
  }

  private static String withoutCharts(String page) {
    return page.replace(scripts(page).get(1), "");
  }

  private static List<String> scripts(String page) {
    Matcher matcher = SCRIPT.matcher(page);
    return matcher.results().map(result -> result.group(1)).toList();
  }
}
