package map.tileserver;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;

public class TileServer {
    public static void main(String[] args) throws InterruptedException {
        EventLoopGroup loops = new NioEventLoopGroup();
        new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInboundHandlerAdapter())
                .bind(8090)
                .sync();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            System.err.println("tile server leaves");
            loops.shutdownGracefully();
        }));
    }
}
