package dev.lastcall.durable;

import dev.lastcall.api.Arguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Deletes the file that the payload names: a temporary file, a lock file, a half-done upload.
 *
 * <p>The payload is a path below the root, absolute or relative to it. What lies elsewhere, also
 * behind a symbolic link, is refused; a link itself is deleted and not what it points to. A file
 * that is not there is done. A folder is deleted if it is empty. Thread-safe.
 */
public final class DeleteFile implements DurableHandler {
  /** The name under which {@code lastcall reap} knows it. */
  public static final String NAME = "delete-file";

  private final Path root;

  private DeleteFile(Path root) {
    this.root = root;
  }

  /**
   * Returns the handler.
   *
   * @param root what the files have to lie below
   * @return the handler
   * @throws IllegalArgumentException if the root is not a folder
   */
  public static DeleteFile under(Path root) {
    if (!Files.isDirectory(Arguments.given("root", root))) {
      throw Arguments.refusal("root", root, "a folder");
    }
    return new DeleteFile(root.toAbsolutePath().normalize());
  }

  @Override
  public void clean(DurableIntent intent) throws IOException {
    Path file = checked(intent.text());
    try {
      Path folder = file.resolveSibling("").toRealPath();
      if (!folder.startsWith(root.toRealPath())) {
        throw Arguments.refusal("file", file, "a path below " + root + ", links followed");
      }
      Files.deleteIfExists(folder.resolve(file.getFileName()));
    } catch (NoSuchFileException gone) {
      // with its folder
    }
  }

  private Path checked(String text) {
    try {
      Path file = root.resolve(text).normalize();
      if (file.startsWith(root) && !file.equals(root)) {
        return file;
      }
    } catch (InvalidPathException noPath) {
      // refused like any other
    }
    throw Arguments.refusal("file", text, "a path below " + root);
  }
}
