package com.acme.gateway;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;

public class Gateway implements AutoCloseable {
  private final EventLoopGroup boss = new NioEventLoopGroup(1);
  private final EventLoopGroup workers = new NioEventLoopGroup();

  public void bind(int port) {
    new ServerBootstrap().group(boss).bind(port);
    workers.next().execute(() -> System.out.println("bound"));
  }

  @Override
  public void close() {
    boss.shutdownGracefully().awaitUninterruptibly(2_000);
  }
}
