package dev.lastcall.javac;

import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Tells once what is wrong with the plugin's arguments, in the compiler's own voice. */
final class Misuse implements TaskListener {
  private final Trees trees;
  private final @Nullable String message;
  private boolean told;

  Misuse(Trees trees, @Nullable String message) {
    this.trees = trees;
    this.message = message;
  }

  @Override
  public void finished(TaskEvent event) {
    if (!told && event.getKind() == TaskEvent.Kind.PARSE) {
      told = true;
      trees.printMessage(
          Diagnostic.Kind.ERROR,
          String.valueOf(message),
          event.getCompilationUnit(),
          event.getCompilationUnit());
    }
  }
}
