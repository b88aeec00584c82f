package dev.lastcall.api;

import java.util.Optional;

/**
 * A rule of the house about cleanups, asked at every registration, such as that each must have an
 * audit identity.
 *
 * <p>Implementations are thread-safe and must not wait.
 */
@FunctionalInterface
public interface CleanupAdmission {
  /**
   * Judges a cleanup that is about to be registered.
   *
   * @param spec what is known of it
   * @param mode the mode in force; {@link Mode#STRICT} refuses what {@link Mode#PERMISSIVE} only
   *     finds
   * @return what a person should know; empty if nothing
   * @throws IllegalArgumentException to refuse the cleanup, with the message {@code name: value
   *     (expected: …)}
   */
  Optional<Finding> admit(CleanupSpec spec, Mode mode);
}
