package com.acme.group;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

public final class GroupStop {
  private final EventLoopGroup group = new NioEventLoopGroup();

  public GroupStop() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      Future<?> stopped = group.shutdownGracefully(0, 2, TimeUnit.SECONDS);
      if (!stopped.awaitUninterruptibly(3, TimeUnit.SECONDS)) {
        System.err.println("netty still runs");
      }
    }));
  }
}
