package dev.lastcall.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each module requires and exports changes only on purpose. */
final class ModulesTest {
  private static final Path PINNED =
      House.root().resolve("proofs/architecture/src/test/resources/modules");

  @ParameterizedTest(name = "{0}")
  @MethodSource("locations")
  void eachDescriptorIsPinned(URI location) throws IOException {
    ModuleDescriptor module = ModuleText.moduleAt(Path.of(location));
    Path pinned = PINNED.resolve(module.name() + ".txt");
    String expected = Files.exists(pinned) ? Files.readString(pinned) : "";
    assertThat(ModuleText.of(module)).as("the text of %s", pinned).isEqualTo(expected);
  }

  @Test
  void noDescriptorIsPinnedForNobody() throws IOException {
    Set<String> names =
        locations()
            .map(location -> ModuleText.moduleAt(Path.of(location)).name() + ".txt")
            .collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(PINNED)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(names);
    }
  }

  @Test
  void theTextTellsWhatADescriptorSays() {
    ModuleDescriptor module =
        ModuleDescriptor.newOpenModule("a.b")
            .requires(Set.of(ModuleDescriptor.Requires.Modifier.STATIC), "z")
            .requires("java.base")
            .exports("a.b")
            .exports("a.c", Set.of("y", "x"))
            .uses("s.S")
            .build();
    assertThat(ModuleText.of(module))
        .isEqualTo(
            """
            open module a.b
              requires static z
              exports a.b
              exports a.c to x, y
              uses s.S
            """);
  }

  static Stream<URI> locations() {
    return House.shippedClasses().stream()
        .map(type -> type.getSource().orElseThrow().getUri())
        .map(ModulesTest::rootOf)
        .distinct()
        .sorted();
  }

  /** The jar or the folder of classes that a class file was read from. */
  private static URI rootOf(URI classFile) {
    String text = classFile.toString();
    if (text.startsWith("jar:")) {
      return URI.create(text.substring("jar:".length(), text.indexOf("!/")));
    }
    return URI.create(text.substring(0, text.indexOf("/dev/lastcall/") + 1));
  }
}
