import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import java.util.concurrent.TimeUnit;

final class ChatServerPatient {
  private final EventLoopGroup boss = new NioEventLoopGroup(1);
  private final EventLoopGroup workers = new NioEventLoopGroup();

  void register() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::halt, "chat-stop"));
  }

  private void halt() {
    boss.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
    var gone = workers.shutdownGracefully(0, 2, TimeUnit.SECONDS);
    if (!gone.awaitUninterruptibly(3, TimeUnit.SECONDS)) {
      System.err.println("workers are still busy");
    }
  }
}
