package com.acme.voyage;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import jakarta.annotation.PreDestroy;

public class Voyage {
  private final Channel channel;

  public Voyage(Channel channel) {
    this.channel = channel;
  }

  public void send(Object message) throws InterruptedException {
    channel.writeAndFlush(message).sync();
  }

  @PreDestroy
  void end() {
    channel.close().addListener(ChannelFutureListener.CLOSE).awaitUninterruptibly(1_000);
  }
}
