package dev.lastcall.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunFolderTest {
  @Test
  void givesEachRunAFolderOfItsOwn(@TempDir Path directory) throws IOException {
    Path first = RunFolder.create(directory.resolve("runs"), "naive");
    Path second = RunFolder.create(directory.resolve("runs"), "naive");
    assertThat(first).isDirectory().isNotEqualTo(second).isAbsolute();
    assertThat(second).isDirectory();
    assertThat(first.getFileName().toString()).matches("naive-\\d{8}-\\d{6}");
  }
}
