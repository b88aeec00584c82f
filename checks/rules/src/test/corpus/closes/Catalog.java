package com.acme.catalog;

import com.datastax.oss.driver.api.core.CqlSession;
import io.helidon.webserver.WebServer;
import jakarta.annotation.PreDestroy;
import java.util.List;

public class Catalog {
  private final CqlSession session;
  private final List<WebServer> servers;

  public Catalog(CqlSession session, List<WebServer> servers) {
    this.session = session;
    this.servers = servers;
  }

  @PreDestroy
  void close() {
    servers.forEach(WebServer::stop);
    session.close();
  }
}
