package com.acme.quotes;

import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

public final class Quotes {
  public static void main(String[] args) {
    ZContext context = new ZContext();
    ZMQ.Socket subscriber = context.createSocket(SocketType.SUB);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> subscriber.close()));
    subscriber.connect("tcp://quotes:5556");
    while (!Thread.currentThread().isInterrupted()) {
      System.out.println(subscriber.recvStr());
    }
  }
}
