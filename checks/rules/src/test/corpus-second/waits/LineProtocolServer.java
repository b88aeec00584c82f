package io.greenhouse.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.LineBasedFrameDecoder;

public class LineProtocolServer implements AutoCloseable {
    private final EventLoopGroup acceptors = new NioEventLoopGroup(1);
    private final EventLoopGroup workers = new NioEventLoopGroup();
    private Channel server;

    public LineProtocolServer bind(int port) throws InterruptedException {
        server = new ServerBootstrap()
                .group(acceptors, workers)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel ch) {
                        ch.pipeline().addLast(new LineBasedFrameDecoder(4096));
                    }
                })
                .bind(port)
                .sync()
                .channel();
        return this;
    }

    @Override
    public void close() {
        if (server != null && !server.close().awaitUninterruptibly(2_000)) {
            System.err.println("the door is slow to close");
        }
        if (!acceptors.shutdownGracefully().awaitUninterruptibly(3_000)) {
            System.err.println("acceptors are slow to stop");
        }
        workers.shutdownGracefully().syncUninterruptibly();
    }
}
