package dev.lastcall.source;

import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * The word that the tree of a file could not be read, because the compiler itself fails over it.
 *
 * @param file the file
 * @param failure what the compiler failed with
 */
record Skipped(JavaFileObject file, Throwable failure) implements Diagnostic<JavaFileObject> {
  @Override
  public Kind getKind() {
    return Kind.ERROR;
  }

  @Override
  public JavaFileObject getSource() {
    return file;
  }

  @Override
  public long getPosition() {
    return NOPOS;
  }

  @Override
  public long getStartPosition() {
    return NOPOS;
  }

  @Override
  public long getEndPosition() {
    return NOPOS;
  }

  @Override
  public long getLineNumber() {
    return 1;
  }

  @Override
  public long getColumnNumber() {
    return 1;
  }

  @Override
  public String getCode() {
    return Compilation.SKIPPED;
  }

  @Override
  public String getMessage(@Nullable Locale locale) {
    return "the compiler of this JDK fails over this file: " + failure;
  }
}
