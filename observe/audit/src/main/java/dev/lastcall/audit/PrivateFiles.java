package dev.lastcall.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Makes folders and files that nobody but the owner may change, and nobody but the owner, and
 * perhaps the group, may read. Where the file system knows no such permissions, they are its own.
 */
final class PrivateFiles {
  private final boolean groupReadable;

  PrivateFiles(boolean groupReadable) {
    this.groupReadable = groupReadable;
  }

  /** Permissions of a folder that is there already are left as they are. */
  void makeFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Files.createDirectories(folder);
    permit(folder, groupReadable ? "rwxr-x---" : "rwx------");
  }

  FileChannel create(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    permit(file, groupReadable ? "rw-r-----" : "rw-------");
    return channel;
  }

  private static void permit(Path path, String permissions) throws IOException {
    if (Files.getFileAttributeView(path, PosixFileAttributeView.class) == null) {
      return;
    }
    Set<PosixFilePermission> wanted = PosixFilePermissions.fromString(permissions);
    Files.setPosixFilePermissions(path, wanted);
  }
}
