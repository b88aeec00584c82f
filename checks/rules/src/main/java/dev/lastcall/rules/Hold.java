package dev.lastcall.rules;

import com.sun.source.tree.Tree;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a way through a body has done to one lock so far. Immutable.
 *
 * @param kind what is so
 * @param times how often it is held, 0 if it is not
 * @param why the acquiring call that was in vain, null if there was none
 */
record Hold(Kind kind, int times, @Nullable Tree why) {
  private static final int MOST = 3;

  /** What can be so. */
  enum Kind {
    /** Nothing was done. */
    FREE,
    /** It was not got. */
    DENIED,
    /** It may have been got: nobody looked. */
    MAYBE,
    /** It is held. */
    HELD,
    /** It was held, and is not any more. */
    RELEASED,
    /** Nobody can tell. */
    UNKNOWN
  }

  static final Hold FREE = new Hold(Kind.FREE, 0, null);
  static final Hold UNKNOWN = new Hold(Kind.UNKNOWN, 0, null);

  Hold acquired() {
    return kind == Kind.UNKNOWN && times == 0
        ? new Hold(Kind.HELD, 1, null)
        : new Hold(Kind.HELD, Math.min(MOST, times + 1), null);
  }

  Hold denied(Tree by) {
    return kind == Kind.HELD ? this : new Hold(Kind.DENIED, 0, by);
  }

  Hold perhaps(Tree by) {
    return kind == Kind.HELD ? this : new Hold(Kind.MAYBE, 0, by);
  }

  Hold released() {
    if (kind == Kind.UNKNOWN) {
      return this;
    }
    return times > 1 ? new Hold(Kind.HELD, times - 1, null) : new Hold(Kind.RELEASED, 0, null);
  }

  /** {@return what is so where each of these can be} */
  static Hold join(Collection<Hold> all) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    all.forEach(hold -> kinds.add(hold.kind()));
    if (all.size() == 1 || kinds.size() == 1) {
      return all.iterator().next();
    }
    boolean open = kinds.contains(Kind.HELD) && !kinds.contains(Kind.UNKNOWN);
    return open && (kinds.contains(Kind.DENIED) || kinds.contains(Kind.MAYBE))
        ? new Hold(Kind.MAYBE, 0, null)
        : UNKNOWN;
  }
}
