package com.acme.echo;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;

public final class EchoServer implements AutoCloseable {
  private final EventLoopGroup boss = new NioEventLoopGroup(1);
  private final EventLoopGroup workers = new NioEventLoopGroup();
  private final Channel channel;

  private EchoServer(int port) {
    channel = new ServerBootstrap().group(boss, workers).bind(port).syncUninterruptibly().channel();
  }

  public static EchoServer on(int port) {
    return new EchoServer(port);
  }

  @Override
  public void close() {
    channel.close().awaitUninterruptibly();
    for (EventLoopGroup group : new EventLoopGroup[] {boss, workers}) {
      group.shutdownGracefully().syncUninterruptibly();
    }
  }
}
