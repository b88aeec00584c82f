package com.acme.frescoes;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.nio.file.Files;
import java.nio.file.Path;

public class Frescoes extends SimpleChannelInboundHandler<byte[]> {
  @Override
  protected void channelRead0(ChannelHandlerContext context, byte[] image) throws Exception {
    Path copy = Files.write(Files.createTempFile("fresco", ".png"), image);
    keep(copy);
    context.writeAndFlush(copy.toString());
  }

  private static void keep(Path copy) {
    copy.toFile().deleteOnExit();
  }
}
