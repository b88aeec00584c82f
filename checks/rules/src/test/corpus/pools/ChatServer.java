import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;

final class ChatServer {
  private final EventLoopGroup boss = new NioEventLoopGroup(1);
  private final EventLoopGroup workers = new NioEventLoopGroup();

  void run(int port) throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(this::halt, "chat-stop"));
    ServerBootstrap bootstrap = new ServerBootstrap().group(boss, workers);
    bootstrap.bind(port).sync();
  }

  private void halt() {
    boss.shutdownGracefully();
    workers.shutdownGracefully();
  }
}
