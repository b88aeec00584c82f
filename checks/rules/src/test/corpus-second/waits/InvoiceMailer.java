package com.ledgerly.mail;

import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

@Service
public class InvoiceMailer {
  private final Set<CompletableFuture<Void>> inFlight = ConcurrentHashMap.newKeySet();

  public void send(String to, byte[] pdf) {
    CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> smtp(to, pdf));
    inFlight.add(sending);
    sending.whenComplete((v, t) -> inFlight.remove(sending));
  }

  @PreDestroy
  void drain() {
    var all = inFlight.toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(all).exceptionally(t -> null).join();
  }

  private void smtp(String to, byte[] pdf) {
    System.out.printf("mailing %d bytes to %s%n", pdf.length, to);
  }
}
