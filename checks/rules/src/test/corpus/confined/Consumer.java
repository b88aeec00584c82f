package com.acme.consumer;

import java.util.ArrayDeque;
import java.util.Deque;

public class Consumer {
  private final Deque<String> meals = new ArrayDeque<>();

  public synchronized void poll() {
    meals.poll();
  }

  public synchronized void close() {
    meals.clear();
  }

  public static void main(String[] args) {
    Consumer consumer = new Consumer();
    Runtime.getRuntime().addShutdownHook(new Thread(consumer::close));
    while (args.length > 0) {
      consumer.poll();
    }
  }
}
