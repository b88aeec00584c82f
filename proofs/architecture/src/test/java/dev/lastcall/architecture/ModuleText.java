package dev.lastcall.architecture;

import static java.util.stream.Collectors.joining;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** A module descriptor as text that stays the same whoever compiles it. */
final class ModuleText {
  private ModuleText() {}

  /** The only module of a jar or a folder of classes. */
  static ModuleDescriptor moduleAt(Path jarOrFolder) {
    Set<ModuleReference> found = ModuleFinder.of(jarOrFolder).findAll();
    if (found.size() != 1) {
      throw new IllegalStateException(jarOrFolder + ": " + found + " (expected: one module)");
    }
    return found.iterator().next().descriptor();
  }

  /** One line for the module and one, sorted, for each thing it says. */
  static String of(ModuleDescriptor module) {
    String kind = module.isAutomatic() ? "automatic module " : "module ";
    String head = (module.isOpen() ? "open " : "") + kind + module.name() + "\n";
    Stream<String> requires =
        module.requires().stream()
            .filter(required -> !required.name().equals("java.base"))
            .map(required -> "requires " + words(required.modifiers()) + required.name());
    Stream<String> exports =
        module.exports().stream()
            .map(export -> "exports " + export.source() + to(export.targets()));
    Stream<String> opens =
        module.opens().stream().map(open -> "opens " + open.source() + to(open.targets()));
    Stream<String> uses = module.uses().stream().map("uses "::concat);
    Stream<String> provides =
        module.provides().stream()
            .map(service -> "provides " + service.service() + " with " + service.providers());
    return Stream.of(requires, exports, opens, uses, provides)
        .flatMap(lines -> lines.sorted())
        .map(line -> "  " + line + "\n")
        .collect(joining("", head, ""));
  }

  private static String words(Collection<? extends Enum<?>> modifiers) {
    return modifiers.stream()
        .map(modifier -> modifier.name().toLowerCase(Locale.ROOT) + " ")
        .sorted()
        .collect(joining());
  }

  private static String to(Set<String> targets) {
    return targets.isEmpty() ? "" : targets.stream().sorted().collect(joining(", ", " to ", ""));
  }
}
