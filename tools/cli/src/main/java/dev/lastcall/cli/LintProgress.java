package dev.lastcall.cli;

import dev.lastcall.lint.Lint;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** One line on standard error that says how far a long run is; nothing where nobody looks. */
final class LintProgress implements Lint.Progress {
  private static final int EVERY = 25;

  private final PrintWriter err;
  private final boolean interactive;
  private boolean written;

  LintProgress(PrintWriter err, boolean interactive) {
    this.err = err;
    this.interactive = interactive;
  }

  @Override
  public void at(int checked, int of, Path at) {
    if (interactive && of > EVERY && (Files.isDirectory(at) || checked % EVERY == 0)) {
      String doing = Files.isDirectory(at) ? "reading " : "";
      err.printf("\r\033[K%,d of %,d files  %s%s", checked, of, doing, at.getFileName());
      err.flush();
      written = true;
    }
  }

  void end() {
    if (written) {
      err.print("\r\033[K");
      err.flush();
    }
  }
}
