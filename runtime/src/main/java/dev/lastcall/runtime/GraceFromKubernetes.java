package dev.lastcall.runtime;

import dev.lastcall.api.Finding;
import dev.lastcall.api.GracePeriod;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The pod's annotation {@value #ANNOTATION} in a mounted downward API volume, then the environment
 * variable {@value #VARIABLE}.
 *
 * <p>Kubernetes does not tell a container its {@code terminationGracePeriodSeconds}
 * (kubernetes/kubernetes#50032), so a manifest has to repeat it in one of these. Stateless.
 */
final class GraceFromKubernetes implements GraceSource {
  static final String FILE = "/etc/podinfo/annotations";
  static final String ANNOTATION = "lastcall.dev/grace-period";
  static final String VARIABLE = "TERMINATION_GRACE_PERIOD_SECONDS";

  @Override
  public Optional<GracePeriod> find(Surroundings surroundings, Consumer<Finding> findings) {
    return annotation(surroundings)
        .flatMap(
            value ->
                GraceSource.read(value, "pod annotation " + ANNOTATION + " in " + FILE, findings))
        .or(
            () ->
                surroundings
                    .variable(VARIABLE)
                    .flatMap(
                        value ->
                            GraceSource.read(value, "environment variable " + VARIABLE, findings)));
  }

  /** The volume holds lines {@code key="value"}. */
  private static Optional<String> annotation(Surroundings surroundings) {
    return surroundings.lines(FILE).stream()
        .filter(line -> line.startsWith(ANNOTATION + "="))
        .map(line -> line.substring(ANNOTATION.length() + 1).strip())
        .map(GraceFromKubernetes::unquoted)
        .findFirst();
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
