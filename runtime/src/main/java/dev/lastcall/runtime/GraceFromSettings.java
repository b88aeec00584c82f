package dev.lastcall.runtime;

import dev.lastcall.api.Finding;
import dev.lastcall.api.GracePeriod;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The system property {@value #PROPERTY}, then the environment variable {@value #VARIABLE}.
 * Stateless.
 */
final class GraceFromSettings implements GraceSource {
  static final String PROPERTY = "lastcall.grace-period";
  static final String VARIABLE = "LASTCALL_GRACE_PERIOD";

  @Override
  public Optional<GracePeriod> find(Surroundings surroundings, Consumer<Finding> findings) {
    return surroundings
        .property(PROPERTY)
        .flatMap(value -> GraceSource.read(value, "system property " + PROPERTY, findings))
        .or(
            () ->
                surroundings
                    .variable(VARIABLE)
                    .flatMap(
                        value ->
                            GraceSource.read(value, "environment variable " + VARIABLE, findings)));
  }
}
