package dev.lastcall.flush;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.Deadline;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether a file was forced to the device cannot be seen in the file; the channel is asked. */
class ForcedChannelTest {
  private static final Deadline SOON = Deadline.after(Duration.ofSeconds(30));

  private final List<String> forced = new ArrayList<>();

  @Test
  void theContentOfAnOpenFileIsForcedToTheDeviceWithoutItsMetadata() throws IOException {
    try (FileChannel channel = new Forced()) {
      ChannelTarget.of(channel).flush(SOON);

      assertThat(forced).containsExactly("metadata false");
    }
  }

  @Test
  void theRehearsalForcesToo() throws Exception {
    try (FileChannel channel = new Forced()) {
      ChannelTarget.of(channel).rehearse(SOON);

      assertThat(forced).hasSize(1);
    }
  }

  /** A file of no bytes that notes how it is forced. */
  private final class Forced extends FileChannel {
    @Override
    public void force(boolean metaData) {
      forced.add("metadata " + metaData);
    }

    @Override
    public int read(ByteBuffer target) {
      return -1;
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
      return -1;
    }

    @Override
    public int write(ByteBuffer source) {
      return 0;
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
      return 0;
    }

    @Override
    public long position() {
      return 0;
    }

    @Override
    public FileChannel position(long newPosition) {
      return this;
    }

    @Override
    public long size() {
      return 0;
    }

    @Override
    public FileChannel truncate(long size) {
      return this;
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
      return 0;
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
      return 0;
    }

    @Override
    public int read(ByteBuffer target, long position) {
      return -1;
    }

    @Override
    public int write(ByteBuffer source, long position) {
      return 0;
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected void implCloseChannel() {
      forced.add("closed");
    }
  }
}
