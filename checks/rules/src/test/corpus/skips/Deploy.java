import dev.lastcall.defer.DeferScope;

class Deploy {
  private final Cluster cluster;

  Deploy(Cluster cluster) {
    this.cluster = cluster;
  }

  void roll(String version) {
    try (DeferScope scope = DeferScope.open()) {
      cluster.cordon();
      scope.defer("uncordon", cluster::uncordon);
      switch (cluster.install(version)) {
        case OK -> System.out.println(version + " is live");
        case REFUSED -> System.exit(3);
        default -> throw new IllegalStateException("half installed");
      }
    }
  }

  void check(String version) {
    Cluster.Session session = cluster.open();
    try {
      require(session.knows(version), "unknown version");
      require(session.isHealthy(), "not healthy");
    } finally {
      session.logout();
    }
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      System.err.println(otherwise);
      System.exit(1);
    }
  }

  interface Cluster {
    void cordon();

    void uncordon();

    Result install(String version);

    Session open();

    enum Result {
      OK,
      REFUSED,
      HALF
    }

    interface Session {
      boolean knows(String version);

      boolean isHealthy();

      void logout();
    }
  }
}
