package dev.lastcall.architecture;

import static dev.lastcall.architecture.Rooms.OF_THE_HOUSE;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules hold for every shipped room. */
final class HouseTest {
  private static final JavaClasses CLASSES = House.shippedClasses();

  @Test
  void roomsAreKnownOnlyAlongTheirArrows() {
    Rules.arrows(OF_THE_HOUSE).check(CLASSES);
  }

  @Test
  void oneRoomIsOnePackage() {
    Rules.onePackageARoom(OF_THE_HOUSE).check(CLASSES);
  }

  @Test
  void noTwoFilesNeedEachOther() {
    Rules.noKnots().check(CLASSES);
  }

  @Test
  void everyClassIsClosed() {
    Rules.closedClasses().check(CLASSES);
  }

  @Test
  void everyPackageSpeaksOfNull() {
    Rules.nullMarkedPackages().check(CLASSES);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("doors")
  void oneDangerHasOneDoor(Doors.Door door) {
    Rules.keeps(door).check(CLASSES);
  }

  static List<Doors.Door> doors() {
    return Doors.TABLE;
  }
}
