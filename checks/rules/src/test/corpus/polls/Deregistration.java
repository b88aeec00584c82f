package com.acme.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

public final class Deregistration implements Runnable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpRequest request;

  public Deregistration(String url) {
    request = HttpRequest.newBuilder(URI.create(url)).DELETE().build();
    Runtime.getRuntime().addShutdownHook(new Thread(this));
  }

  @Override
  public void run() {
    boolean gone = false;
    do {
      try {
        gone = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 300;
      } catch (IOException e) {
        System.err.println("again: " + e.getMessage());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    } while (!gone);
  }
}
