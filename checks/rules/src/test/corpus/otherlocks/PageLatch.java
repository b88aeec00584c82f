package com.example.page;

import java.util.concurrent.locks.ReentrantLock;

class PageLatch {
  static class Page {
    final ReentrantLock latch = new ReentrantLock();
    Page right;
  }

  private Page current;

  void moveRight() {
    Page next = current.right;
    next.latch.lock();
    current.latch.unlock();
    current = next;
  }

  Page descend(Page root, int depth) {
    Page page = root;
    page.latch.lock();
    for (int i = 0; i < depth; i++) {
      Page child = page.right;
      child.latch.lock();
      page.latch.unlock();
      page = child;
    }
    return page;
  }
}
