package dev.lastcall.bench;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The contender of a benchmark class that the others are compared with in the table. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Against {
  /** The name of a benchmark method of the annotated class. */
  String value();
}
