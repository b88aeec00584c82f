import com.hazelcast.core.HazelcastInstance;
import com.sun.net.httpserver.HttpServer;

final class Grid {
  private final HazelcastInstance member;
  private final HttpServer admin;

  Grid(HazelcastInstance member, HttpServer admin) {
    this.member = member;
    this.admin = admin;
  }

  void install() {
    Thread leave =
        new Thread() {
          @Override
          public void run() {
            admin.stop(Integer.MAX_VALUE);
            member.shutdown();
          }
        };
    Runtime.getRuntime().addShutdownHook(leave);
  }
}
