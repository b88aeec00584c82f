import java.lang.ref.Cleaner;

final class MappedRegion implements AutoCloseable {
  private static final Cleaner CLEANER = Cleaner.create();
  private final long address;
  private final Cleaner.Cleanable cleanable;

  MappedRegion(long base) {
    this.address = base;
    this.cleanable = CLEANER.register(this, () -> unmap(address));
  }

  long base() {
    return address;
  }

  private static void unmap(long address) {
    System.out.println("unmap " + address);
  }

  @Override
  public void close() {
    cleanable.clean();
  }
}
