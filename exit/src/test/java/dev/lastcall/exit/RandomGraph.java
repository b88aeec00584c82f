package dev.lastcall.exit;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.PlainCleanup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Specifications of a random graph without circles, in an order that may hold forward references.
 */
final class RandomGraph {
  static final PlainCleanup FORCE = () -> {};

  private RandomGraph() {}

  /** Returns a graph of 1 to {@code most} nodes of a random shape. */
  static List<CleanupSpec> of(Random random, int most) {
    int size = 1 + random.nextInt(most);
    double density = random.nextInt(4) * random.nextDouble() / Math.max(1, size / 4);
    int reach = 1 + random.nextInt(size);
    List<CleanupSpec> specs = new ArrayList<>();
    for (int node = 0; node < size; node++) {
      CleanupSpec spec = spec(random, node);
      for (int before = Math.max(0, node - reach); before < node; before++) {
        if (random.nextDouble() < density) {
          spec = spec.after("n" + before);
        }
      }
      specs.add(spec);
    }
    if (random.nextBoolean()) {
      Collections.shuffle(specs, random);
    }
    return specs;
  }

  private static CleanupSpec spec(Random random, int node) {
    CleanupSpec spec = CleanupSpec.named("n" + node);
    spec = spec.within(Duration.ofMillis(1 + random.nextInt(5_000)));
    if (random.nextInt(4) == 0) {
      spec = spec.requiringPredecessors();
    }
    if (random.nextInt(4) == 0) {
      spec = spec.expecting(Duration.ofMillis(random.nextInt(3_000)));
    }
    return random.nextInt(4) == 0 ? spec.force(FORCE) : spec;
  }
}
