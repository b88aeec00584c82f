import java.lang.ref.Cleaner;

final class MappedRegionState implements AutoCloseable {
  private static final Cleaner CLEANER = Cleaner.create();
  private final State state;
  private final Cleaner.Cleanable cleanable;

  MappedRegionState(long base) {
    this.state = new State(base);
    this.cleanable = CLEANER.register(this, state);
  }

  long base() {
    return state.address;
  }

  private static final class State implements Runnable {
    private final long address;

    State(long address) {
      this.address = address;
    }

    @Override
    public void run() {
      System.out.println("unmap " + address);
    }
  }

  @Override
  public void close() {
    cleanable.clean();
  }
}
