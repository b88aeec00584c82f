package dev.lastcall.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that cannot fail proves nothing: each one finds the offenders among the fixtures. */
final class RulesCanFailTest {
  private static final String FIXTURES = RulesCanFailTest.class.getPackageName() + ".fixtures.";
  private static final JavaClasses OFFENDERS = House.classesUnder(FIXTURES + "low");
  private static final Rooms ROOMS =
      new Rooms(FIXTURES, Map.of("low", Rooms.room(), "high", Rooms.room("low")));

  @Test
  void anArrowUpwardIsFound() {
    assertThat(offences(Rules.arrows(ROOMS))).anyMatch(line -> line.contains("Tower.height()"));
  }

  @Test
  void anUnlistedLibraryIsFound() {
    assertThat(offences(Rules.arrows(ROOMS))).anyMatch(line -> line.contains("org.assertj"));
  }

  @Test
  void aSecondPackageIsFound() {
    Rooms withoutLow = new Rooms(FIXTURES, Map.of("high", Rooms.room()));
    assertThat(offences(Rules.onePackageARoom(withoutLow))).isNotEmpty();
    assertThat(offences(Rules.onePackageARoom(ROOMS))).isEmpty();
  }

  @Test
  void aKnotIsFound() {
    assertThat(offences(Rules.noKnots()))
        .anyMatch(line -> line.contains("Hen") && line.contains("Egg"));
  }

  @Test
  void anOpenClassIsFound() {
    assertThat(offences(Rules.closedClasses()))
        .hasSize(1)
        .allMatch(line -> line.contains("Upward is open"));
  }

  @Test
  void aPackageThatIsSilentOnNullIsFound() {
    JavaClasses unmarked = House.classesUnder(FIXTURES + "unmarked");
    assertThat(offences(Rules.nullMarkedPackages(), unmarked)).isNotEmpty();
    assertThat(offences(Rules.nullMarkedPackages())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.lastcall.architecture.HouseTest#doors")
  void aCallPastTheDoorIsFound(Doors.Door door) {
    assertThat(offences(Rules.keeps(door)))
        .isNotEmpty()
        .noneMatch(line -> line.contains("Harmless"));
  }

  private static List<String> offences(ArchRule rule) {
    return offences(rule, OFFENDERS);
  }

  private static List<String> offences(ArchRule rule, JavaClasses among) {
    return rule.evaluate(among).getFailureReport().getDetails();
  }
}
