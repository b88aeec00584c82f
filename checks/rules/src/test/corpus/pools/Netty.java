package com.acme.netty;

import io.netty.channel.EventLoopGroup;
import org.springframework.beans.factory.DisposableBean;

public class Netty implements DisposableBean {
  private final EventLoopGroup boss;
  private final EventLoopGroup workers;

  public Netty(EventLoopGroup boss, EventLoopGroup workers) {
    this.boss = boss;
    this.workers = workers;
  }

  @Override
  public void destroy() {
    stop(boss);
    stop(workers);
  }

  private static void stop(EventLoopGroup group) {
    group.shutdownGracefully();
  }
}
