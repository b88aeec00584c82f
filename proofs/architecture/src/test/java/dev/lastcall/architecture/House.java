package dev.lastcall.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the house stands, and the classes of its shipped rooms. */
final class House {
  private static final String THESE_TESTS = House.class.getPackageName();

  private House() {}

  /** The classes of every room that is on the class path, without these tests. */
  static JavaClasses shippedClasses() {
    return classesUnder("dev.lastcall")
        .that(
            DescribedPredicate.describe(
                "are not these tests", type -> !isOurs(type.getPackageName())));
  }

  /** The classes of a package and its subpackages. */
  static JavaClasses classesUnder(String packageName) {
    return new ClassFileImporter().importPackages(packageName);
  }

  /** The folder that holds the root pom. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve(".mvn"))) {
      Path parent = folder.getParent();
      if (parent == null) {
        throw new IllegalStateException("no .mvn folder above " + Path.of("").toAbsolutePath());
      }
      folder = parent;
    }
    return folder;
  }

  /** The name of the top-level class that a class is written in. */
  static String topLevelName(JavaClass type) {
    String name = type.getBaseComponentType().getName();
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }

  private static boolean isOurs(String packageName) {
    return packageName.equals(THESE_TESTS) || packageName.startsWith(THESE_TESTS + ".");
  }
}
