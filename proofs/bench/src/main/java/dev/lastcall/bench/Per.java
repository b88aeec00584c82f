package dev.lastcall.bench;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes the table of a benchmark class show a share of each operation's cost. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Per {
  /** What an operation has many of, in the singular; the parameter with how many is its plural. */
  String value();
}
