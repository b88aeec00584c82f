package dev.lastcall.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** The checks inside Error Prone in real builds of Maven, as deploy/ci shows them. */
final class ErrorProneIT {
  @TempDir Path folder;

  @Test
  void theLastErrorProneForJdk17() throws IOException, InterruptedException {
    findsTheSame("2.42.0");
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "newer Error Prone needs JDK 21")
  void theNewestErrorProne() throws IOException, InterruptedException {
    findsTheSame(System.getProperty("version.error-prone.newest", ""));
  }

  @Test
  void severitiesAndRulesOfTheUsersOwnAreErrorPronesOptions()
      throws IOException, InterruptedException {
    Path rules = folder.resolve("own.rules");
    Shop shop =
        Shop.in(folder)
            .withOptionsOfTheJvm()
            .with(
                "maven-errorprone.xml",
                "-Xep:LC0904:ERROR",
                "-XepAllErrorsAsWarnings -Xep:unbounded-wait-in-cleanup:OFF"
                    + " -XepOpt:Lastcall:Rules="
                    + rules);
    Files.writeString(rules, "rule TEAM-1 note\n  match $l.await()\n  report awaits $l\n");

    assertThat(shop.mvn("compile")).as(shop.log()).isZero();
    assertThat(shop.told()).as(shop.log()).containsExactly("Outbox.java:22 LC0904");
    assertThat(shop.log()).contains("Outbox.java:[15,7] [LastcallRules] awaits sent");
  }

  private void findsTheSame(String version) throws IOException, InterruptedException {
    Shop shop =
        Shop.in(folder)
            .withOptionsOfTheJvm()
            .with(
                "maven-errorprone.xml",
                "<version>2.42.0</version>",
                "<version>" + version + "</version>");

    assertThat(shop.mvn("compile")).as(shop.log()).isOne();
    assertThat(shop.told()).as(shop.log()).isEqualTo(Shop.FINDINGS);
    assertThat(shop.log())
        .contains("ERROR] " + shop.folder() + "/src/main/java/shop/Outbox.java:[22");
  }
}
