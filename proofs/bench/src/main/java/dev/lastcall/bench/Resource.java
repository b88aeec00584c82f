package dev.lastcall.bench;

import org.openjdk.jmh.annotations.CompilerControl;

/** Something that is taken and has to be let go; both are a store. */
final class Resource implements AutoCloseable {
  private int taken;
  private int closed;

  Resource take() {
    taken++;
    return this;
  }

  @Override
  public void close() {
    closed++;
  }

  /** As long as the compiler does not look inside, this is any method of a real program. */
  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  int use() {
    return taken - closed;
  }

  static Resource[] array(int length) {
    Resource[] resources = new Resource[length];
    for (int i = 0; i < length; i++) {
      resources[i] = new Resource();
    }
    return resources;
  }
}
