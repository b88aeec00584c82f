package dev.lastcall.capability;

import java.util.List;

/** A tool that looks at Java code. */
interface Tool {
  /** {@return its name in the tables, with its version} */
  String label();

  /** {@return its name in {@code topics.txt}} */
  String name();

  /** {@return whether it only sees files that compile} */
  boolean wantsClasses();

  /** {@return everything that it says} */
  List<Report> look(Ground ground) throws Exception;
}
