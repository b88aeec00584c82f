package com.acme.lodge;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

public class Lodge implements Closeable {
  private final List<Closeable> rooms;

  public Lodge(List<Closeable> rooms) {
    this.rooms = rooms;
  }

  @Override
  public void close() throws IOException {
    IOException first = null;
    for (int i = rooms.size() - 1; i >= 0; i--) {
      try {
        rooms.get(i).close();
      } catch (IOException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
