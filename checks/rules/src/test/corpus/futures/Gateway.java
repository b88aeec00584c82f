package com.acme.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import java.util.concurrent.TimeUnit;

public final class Gateway implements AutoCloseable {
  private final EventLoopGroup boss = new NioEventLoopGroup(1);
  private Channel channel;

  public void serve(int port) throws InterruptedException {
    ChannelFuture bound = new ServerBootstrap().group(boss).bind(port).sync();
    channel = bound.channel();
    channel.closeFuture().sync();
  }

  @Override
  public void close() {
    channel.close().syncUninterruptibly();
    boss.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
