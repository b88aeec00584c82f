package dev.lastcall.source;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Lets the compiler give the names of a task their meaning, beyond the files over which it fails.
 *
 * <p>It takes a class from its queue before it looks at it: whoever asks again goes on with the
 * next one. Used once.
 */
final class Attribution implements TaskListener {
  private final JavacTask task;
  private final List<Skipped> failed = new ArrayList<>();
  private @Nullable JavaFileObject current;

  private Attribution(JavacTask task) {
    this.task = task;
  }

  /**
   * {@return the files over which the compiler fails}
   *
   * @throws IOException if a file cannot be read
   * @throws RuntimeException if it fails over something else
   */
  static List<Skipped> of(JavacTask task) throws IOException {
    Attribution attribution = new Attribution(task);
    task.addTaskListener(attribution);
    boolean more = true;
    while (more) {
      more = attribution.fails();
    }
    return attribution.failed;
  }

  @Override
  public void started(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.ANALYZE) {
      current = event.getSourceFile();
    }
  }

  private boolean fails() throws IOException {
    current = null;
    try {
      task.analyze();
      return false;
    } catch (RuntimeException | StackOverflowError | AssertionError failure) {
      JavaFileObject file = current;
      if (file == null) {
        throw failure;
      }
      failed.add(new Skipped(file, failure));
      return true;
    }
  }
}
