package outdoor.camp;

public class CampSite implements AutoCloseable {
  private int tents;

  public CampSite() {
    Runtime.getRuntime().addShutdownHook(strikeHook());
  }

  private Thread strikeHook() {
    return new Thread(this::strike, "strike-tents");
  }

  public synchronized void pitch() {
    tents++;
  }

  private synchronized void strike() {
    if (tents > 0) {
      System.err.println("striking " + tents + " tents");
      tents = 0;
    }
  }

  @Override
  public void close() {
    strike();
    try {
      if (Runtime.getRuntime().removeShutdownHook(strikeHook())) {
        System.out.println("hook removed");
      }
    } catch (IllegalStateException exiting) {
      System.err.println("already leaving");
    }
  }
}
