package dev.lastcall.lint;

import java.util.Optional;

/** The version of Lastcall, as its jar says. */
final class Version {
  private Version() {}

  static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("0.1.0-SNAPSHOT");
  }
}
