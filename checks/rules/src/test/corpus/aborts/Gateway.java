package com.example.gateway;

import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

public class Gateway implements Closeable {
  private final ServerSocket acceptor;
  private final Closeable journal;
  private final List<Socket> clients = new ArrayList<>();

  public Gateway(ServerSocket acceptor, Closeable journal) {
    this.acceptor = acceptor;
    this.journal = journal;
  }

  @Override
  public void close() throws IOException {
    acceptor.close();
    journal.close();
  }

  public void disconnect() throws IOException {
    for (Socket client : clients) {
      client.close();
    }
    clients.clear();
  }
}
