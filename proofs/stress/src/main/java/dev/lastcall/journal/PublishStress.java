package dev.lastcall.journal;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** A frame is written while somebody reads it. */
@JCStressTest
@Outcome(id = "free", expect = ACCEPTABLE, desc = "Not claimed yet.")
@Outcome(id = "claimed", expect = ACCEPTABLE, desc = "Being written.")
@Outcome(id = "sound", expect = ACCEPTABLE, desc = "Published, and all of it is there.")
@Outcome(expect = FORBIDDEN, desc = "Published before it was whole.")
@State
public class PublishStress {
  private final Segment segment = Segments.begun(Segments.TWO_FRAMES);

  /** The appender. */
  @Actor
  public void appender() {
    Segments.write(segment, segment.claim(Segments.FRAME));
  }

  /** A reader in this process; one in another sees what a system call copies. */
  @Actor
  public void reader(L_Result result) {
    result.r1 = Segments.look(segment);
  }
}
