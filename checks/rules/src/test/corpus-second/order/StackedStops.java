package infra.stacked;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import javax.sql.DataSource;
import redis.clients.jedis.JedisPool;

public class StackedStops {
  private record Stop(String what, AutoCloseable how) {}

  private final Deque<Stop> stops = new ArrayDeque<>();

  public JedisPool redis(String host) {
    JedisPool p = new JedisPool(host, 6379);
    stops.push(new Stop("redis", p));
    return p;
  }

  public AutoCloseable sweeper(JedisPool redis, DataSource db) {
    Thread t = new Thread(() -> sweep(redis), "sweeper-" + db);
    t.start();
    AutoCloseable c = () -> {
      t.interrupt();
      t.join(1_500);
    };
    stops.push(new Stop("sweeper", c));
    return c;
  }

  public void install() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      for (Iterator<Stop> it = stops.iterator(); it.hasNext(); ) {
        Stop s = it.next();
        try {
          s.how().close();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        } catch (Exception e) {
          System.err.println(s.what() + ": " + e);
        }
      }
    }));
  }

  private static void sweep(JedisPool redis) {
    while (!Thread.currentThread().isInterrupted()) {
      try (var j = redis.getResource()) {
        j.del("stale");
      }
    }
  }
}
