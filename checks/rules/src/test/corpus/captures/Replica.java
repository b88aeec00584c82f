import dev.lastcall.api.Cleanups;

class Replica {
  private Connection leader = Connection.open("a");

  void register(Cleanups cleanups) {
    Connection current = leader;
    cleanups.defer("leader", context -> current.close());
  }

  void failOver(String host) {
    leader = Connection.open(host);
  }

  record Connection(String host) {
    static Connection open(String host) {
      return new Connection(host);
    }

    void close() {}
  }
}
