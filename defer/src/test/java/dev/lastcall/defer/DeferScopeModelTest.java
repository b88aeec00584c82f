package dev.lastcall.defer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;

/** Random scopes, nested and failing in every way, against a list that is read backwards. */
final class DeferScopeModelTest {
  private static final int MOST_DEPTH = 4;

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final List<Integer> ran = new ArrayList<>();
  private final List<Integer> expected = new ArrayList<>();
  private int next;

  @RepeatedTest(500)
  void behavesLikeTheModel() {
    Throwable thrown = null;
    Throwable modelled = null;
    try {
      block(0);
    } catch (Block e) {
      thrown = e.thrown;
      modelled = e.modelled;
    }
    assertThat(ran).as("seed %d", seed).isEqualTo(expected);
    assertThat(describe(thrown)).as("seed %d", seed).isEqualTo(describe(modelled));
  }

  /** Runs a scope and its model; a failure of both comes out as {@link Block}. */
  private void block(int depth) throws Block {
    List<Entry> entries = new ArrayList<>();
    Throwable body = null;
    Throwable thrown = null;
    Throwable bodyModel = null;
    try (DeferScope scope = DeferScope.open()) {
      int steps = random.nextInt(random.nextInt(4) == 0 ? 90 : 8);
      for (int i = 0; i < steps && body == null; i++) {
        if (depth < MOST_DEPTH && random.nextInt(6) == 0) {
          try {
            block(depth + 1);
          } catch (Block inner) {
            body = inner.thrown;
            bodyModel = inner.modelled;
          }
        } else {
          entries.add(deferSomething(scope));
        }
      }
      if (body == null && random.nextInt(5) == 0) {
        body = new RuntimeException("body" + next);
        bodyModel = new RuntimeException("body" + next);
      }
      if (body != null) {
        throw body;
      }
    } catch (Throwable e) {
      thrown = e;
    }
    Throwable modelled = model(entries, bodyModel);
    if (thrown != null || modelled != null) {
      throw new Block(thrown, modelled);
    }
  }

  private @Nullable Throwable model(List<Entry> entries, @Nullable Throwable body) {
    Throwable first = null;
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      expected.add(entry.id);
      if (entry.failure != null) {
        Throwable failure = entry.copy();
        if (first == null) {
          first = failure;
        } else {
          first.addSuppressed(failure);
        }
      }
    }
    if (first != null && !(first instanceof RuntimeException) && !(first instanceof Error)) {
      Throwable wrapper =
          new CleanupFailedException("cleanup failed: " + first.getMessage(), first);
      for (Throwable later : first.getSuppressed()) {
        wrapper.addSuppressed(later);
      }
      first = wrapper;
    }
    if (body != null && first != null) {
      body.addSuppressed(first);
    }
    return body == null ? first : body;
  }

  private Entry deferSomething(DeferScope scope) {
    int id = next++;
    Throwable failure =
        switch (random.nextInt(12)) {
          case 0 -> new RuntimeException("unchecked" + id);
          case 1 -> new Exception("checked" + id);
          case 2 -> new AssertionError("error" + id);
          default -> null;
        };
    Entry entry = new Entry(id, failure);
    switch (random.nextInt(4)) {
      case 0 -> scope.defer(() -> run(entry));
      case 1 -> scope.closing((AutoCloseable) () -> run(entry));
      case 2 -> scope.releasing(entry, this::run);
      default -> scope.locked(new Unlocking(entry));
    }
    return entry;
  }

  private void run(Entry entry) throws Exception {
    ran.add(entry.id);
    if (entry.failure instanceof Error error) {
      throw error;
    }
    if (entry.failure != null) {
      throw (Exception) entry.failure;
    }
  }

  private static String describe(@Nullable Throwable thrown) {
    if (thrown == null) {
      return "nothing";
    }
    StringBuilder text = new StringBuilder(thrown.getClass().getName() + ":" + thrown.getMessage());
    text.append(" cause ").append(thrown.getCause());
    for (Throwable suppressed : thrown.getSuppressed()) {
      text.append(" [").append(describe(suppressed)).append("]");
    }
    return text.toString();
  }

  private record Entry(int id, @Nullable Throwable failure) {
    Throwable copy() {
      String message = failure == null ? "" : failure.getMessage();
      return failure instanceof RuntimeException
          ? new RuntimeException(message)
          : failure instanceof Error ? new AssertionError(message) : new Exception(message);
    }
  }

  /**
   * A lock whose unlocking runs an entry; it cannot throw what is checked, so it turns it round.
   */
  private final class Unlocking extends ReentrantLock {
    private static final long serialVersionUID = 1L;

    private final transient Entry entry;

    Unlocking(Entry entry) {
      this.entry = entry;
    }

    @Override
    public void unlock() {
      super.unlock();
      try {
        run(entry);
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw DeferScopeModelTest.<RuntimeException>undeclared(e);
      }
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E undeclared(Throwable thrown) throws E {
    throw (E) thrown;
  }

  private static final class Block extends Exception {
    private static final long serialVersionUID = 1L;

    final transient @Nullable Throwable thrown;
    final transient @Nullable Throwable modelled;

    Block(@Nullable Throwable thrown, @Nullable Throwable modelled) {
      this.thrown = thrown;
      this.modelled = modelled;
    }
  }
}
