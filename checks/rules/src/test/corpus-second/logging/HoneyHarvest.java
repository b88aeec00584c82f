package farm.honey;

import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

public final class HoneyHarvest {
  private static final Logger LOG = LogManager.getLogger("honey");
  private final List<Runnable> atExit = new ArrayList<>();
  private int jars;

  public HoneyHarvest() {
    atExit.add(() -> System.err.println("hives closed"));
    atExit.add(() -> LOG.warn("{} jars were not labelled", jars));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      for (Runnable r : atExit) {
        try {
          r.run();
        } catch (RuntimeException e) {
          System.err.println(e);
        }
      }
    }, "honey"));
  }

  public void fill(int n) {
    jars += n;
  }
}
