import dev.lastcall.api.Cleanups;

final class Leases {
  private final LeaseTable table;

  Leases(Cleanups cleanups, LeaseTable table) {
    this.table = table;
    cleanups.defer("leases", this::release);
  }

  private void release() {
    switch (table.releaseAll()) {
      case 0 -> System.err.println("leases: none left");
      case -1 -> System.exit(70);
      default -> System.err.println("leases: some left to expire");
    }
  }

  interface LeaseTable {
    int releaseAll();
  }
}
