package com.acme.tickets;

import com.sun.net.httpserver.HttpServer;
import dev.lastcall.runtime.Lastcall;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

public final class Tickets {
  public static void main(String[] args) throws IOException {
    Lastcall lastcall = Lastcall.builder().install();
    HttpServer server = HttpServer.create(new InetSocketAddress(8080), 0);
    server.createContext("/ticket", exchange -> {
      Path ticket = Files.createTempFile("ticket", ".pdf");
      lastcall.defer(ticket.toString(), () -> Files.deleteIfExists(ticket));
      exchange.sendResponseHeaders(200, -1);
    });
    server.start();
  }
}
