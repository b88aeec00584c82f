import org.springframework.beans.factory.DisposableBean;

public class Cluster implements DisposableBean {
  interface Membership {
    boolean hasLeft();

    void leave();
  }

  private final Membership membership;

  public Cluster(Membership membership) {
    this.membership = membership;
  }

  @Override
  public void destroy() {
    int tries = 0;
    for (;;) {
      if (membership.hasLeft()) {
        break;
      }
      membership.leave();
      tries++;
      System.err.println("left? try " + tries);
      pause(250);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
