import java.lang.ref.Cleaner;

class NativeImage {
  private static final Cleaner CLEANER = Cleaner.create();
  private long handle;

  NativeImage(long handle) {
    this.handle = handle;
    CLEANER.register(this, this::release);
  }

  private void release() {
    handle = 0;
  }
}
