package dev.lastcall.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The poms agree with each other, and no shipped room escapes the rules. */
final class PomsTest {
  private final List<Poms.Pom> poms = Poms.all();
  private final List<Poms.Pom> shipped = poms.stream().filter(Poms.Pom::isShipped).toList();

  PomsTest() throws IOException {}

  @Test
  void allRoomsHaveOneVersion() {
    assertThat(poms).extracting(Poms.Pom::version).containsOnly(poms.get(0).version());
  }

  @Test
  void anArtifactIsNamedAfterItsFolder() {
    assertThat(shipped)
        .allSatisfy(
            pom -> {
              String word = pom.folder().substring(pom.folder().lastIndexOf('/') + 1);
              String expected =
                  switch (word) {
                    case "runtime" -> "lastcall";
                    case "maven" -> "lastcall-maven-plugin"; // so that lastcall:lint is found
                    default -> "lastcall-" + word;
                  };
              assertThat(pom.artifactId()).isEqualTo(expected);
              assertThat(Rooms.OF_THE_HOUSE.table()).containsKey(word);
            });
  }

  @Test
  void everyShippedRoomStandsUnderTheseRules() throws IOException {
    assertThat(Poms.read("proofs/architecture").ownDependencies())
        .containsExactlyInAnyOrderElementsOf(artifactIds(shipped));
  }

  @Test
  void everyShippedRoomIsInTheBillOfMaterials() throws IOException {
    assertThat(Poms.read("bom").ownManagedDependencies()).containsAll(artifactIds(shipped));
  }

  @Test
  void noShippedRoomSwitchesItsDocumentationOff() {
    assertThat(shipped).noneMatch(pom -> pom.sets("lastcall.doclint"));
  }

  @Test
  void shippedRoomsDependOnShippedRoomsOnly() {
    assertThat(shipped)
        .allSatisfy(
            pom -> assertThat(artifactIds(shipped)).containsAll(pom.ownShippedDependencies()));
  }

  private static List<String> artifactIds(List<Poms.Pom> poms) {
    return poms.stream().map(Poms.Pom::artifactId).toList();
  }
}
