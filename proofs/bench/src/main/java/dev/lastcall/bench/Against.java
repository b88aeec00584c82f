package dev.lastcall.bench;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The contenders of a benchmark class that the others are compared with in the table: with the best
 * of them.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Against {
  /** The names of benchmark methods of the annotated class. */
  String[] value();
}
