package com.example.chain;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

class SortedChain {
  private static final class Node {
    final int key;
    final Lock lock = new ReentrantLock();
    Node next;

    Node(int key, Node next) {
      this.key = key;
      this.next = next;
    }
  }

  private final Node head = new Node(Integer.MIN_VALUE, new Node(Integer.MAX_VALUE, null));

  boolean add(int key) {
    head.lock.lock();
    Node before = head;
    try {
      Node at = before.next;
      at.lock.lock();
      try {
        while (at.key < key) {
          before.lock.unlock();
          before = at;
          at = at.next;
          at.lock.lock();
        }
        if (at.key == key) {
          return false;
        }
        before.next = new Node(key, at);
        return true;
      } finally {
        at.lock.unlock();
      }
    } finally {
      before.lock.unlock();
    }
  }
}
