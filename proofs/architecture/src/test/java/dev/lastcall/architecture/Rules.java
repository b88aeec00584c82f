package dev.lastcall.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;

/** The rules over compiled classes; each reports every offender it finds. */
final class Rules {
  private Rules() {}

  /** Rooms are known only along their arrows, and each is one package. */
  static ArchRule arrows(Rooms rooms) {
    return check(
        "know only the rooms and libraries that their own room may know",
        (type, report) -> {
          for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            if (!target.isPrimitive()
                && !rooms.allows(type.getPackageName(), target.getPackageName())) {
              report.accept(dependency.getDescription());
            }
          }
        });
  }

  /** Every class lives directly in the package of a listed room. */
  static ArchRule onePackageARoom(Rooms rooms) {
    return check(
        "live in the one package of a listed room",
        (type, report) -> {
          String home = type.getPackageName();
          String room = rooms.roomOf(home).orElse("");
          if (!rooms.table().containsKey(room) || !home.equals(rooms.root() + room)) {
            report.accept(type.getName() + " lives in " + home);
          }
        });
  }

  /** No two files need each other, however far the way round. */
  static ArchRule noKnots() {
    return slices().assignedFrom(TopLevelClasses.INSTANCE).should().beFreeOfCycles();
  }

  /** Nobody can subclass a class by accident. */
  static ArchRule closedClasses() {
    return check(
        "be final, a record, sealed, an enum or an interface",
        (type, report) -> {
          if (isOpen(type)) {
            report.accept(type.getName() + " is open for subclasses");
          }
        });
  }

  /** Null is spoken of everywhere. */
  static ArchRule nullMarkedPackages() {
    return check(
        "live in a @NullMarked package",
        (type, report) -> {
          if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
            report.accept(type.getName() + " lives in a package without @NullMarked");
          }
        });
  }

  /** One danger, one door. */
  static ArchRule keeps(Doors.Door door) {
    return check(
        "not be a class that " + door.danger() + ", except " + door.keepers(),
        (type, report) -> {
          if (!door.isKeptBy(House.topLevelName(type), type.getPackageName())) {
            type.getAccessesFromSelf().stream()
                .filter(door.isDanger())
                .map(JavaAccess::getDescription)
                .forEach(report);
          }
        });
  }

  private static boolean isOpen(JavaClass type) {
    boolean closedByKind =
        type.isInterface() || type.isEnum() || type.isRecord() || type.isAnonymousClass();
    return !closedByKind
        && !type.getModifiers().contains(JavaModifier.FINAL)
        && !type.reflect().isSealed();
  }

  private static ArchRule check(String rule, BiConsumer<JavaClass, Consumer<String>> finder) {
    return classes()
        .should(
            new ArchCondition<JavaClass>(rule) {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                finder.accept(
                    type, found -> events.add(SimpleConditionEvent.violated(type, found)));
              }
            });
  }

  /** Each file is its own slice. */
  private enum TopLevelClasses implements SliceAssignment {
    INSTANCE;

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(House.topLevelName(type));
    }

    @Override
    public String getDescription() {
      return "files";
    }
  }
}
