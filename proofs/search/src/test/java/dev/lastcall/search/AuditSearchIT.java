package dev.lastcall.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lastcall.api.AuditIdentity;
import dev.lastcall.api.Outcome;
import dev.lastcall.audit.AuditKeys;
import dev.lastcall.audit.AuditRun;
import dev.lastcall.audit.AuditTrail;
import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.crashlab.ChildJvmBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The lines of an audit trail go through rsyslog into a node of OpenSearch, and are found there by
 * their audit id, each once.
 */
final class AuditSearchIT {
  private static final Path DEPLOY = Path.of("../../deploy/audit");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ID = "CHG-7 审计";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path root;

  private Path trail = Path.of("");

  @Test
  void linesAreFoundByTheirAuditIdEachOnceHoweverOftenTheyAreSent() throws IOException {
    Optional<String> missing = Rsyslog.missing();
    assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
    trail = root.resolve("trail");
    try (ChildJvm node = startNode()) {
      Store store = new Store(port(node));
      takesWhatIsDeployed(store);
      audit(1);
      try (Rsyslog first = ship("shipper", store)) {
        assertThat(first).isNotNull();
        awaitHits(store, 2);
      }
      audit(2); // while nobody ships
      try (Rsyslog again = ship("shipper", store)) {
        assertThat(again).isNotNull();
        awaitHits(store, 4);
      }
      try (Rsyslog forgetful = ship("another", store)) { // which knows nothing and sends all again
        assertThat(forgetful).isNotNull();
        audit(3);
        awaitHits(store, 6);
      }
      foundAsWritten(store);
    }
  }

  private ChildJvm startNode() throws IOException {
    Path home = Files.createDirectories(root.resolve("node"));
    return ChildJvmBuilder.of(SearchNode.class, home)
        .options("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
        .arguments(home.toString())
        .start();
  }

  private int port(ChildJvm node) throws IOException {
    node.awaitLine("listening");
    return Integer.parseInt(Files.readString(root.resolve("node").resolve("port")));
  }

  /** Elasticsearch's own setting is left out: a node of OpenSearch does not know it. */
  private static void takesWhatIsDeployed(Store store) throws IOException {
    store.put("/_component_template/lastcall-audit-mappings", deployed("mappings.json"));
    ObjectNode elastic = (ObjectNode) JSON.readTree(deployed("elasticsearch/index-template.json"));
    JsonNode lifecycle =
        ((ObjectNode) elastic.at("/template/settings")).remove("index.lifecycle.name");
    assertThat(lifecycle.asText()).isEqualTo("lastcall-audit");
    store.put("/_index_template/lastcall-audit", elastic.toString());
    store.put("/_index_template/lastcall-audit", deployed("opensearch/index-template.json"));
  }

  private static String deployed(String file) throws IOException {
    return Files.readString(DEPLOY.resolve(file));
  }

  private void audit(int attempt) throws IOException {
    try (AuditTrail open =
        AuditTrail.in(trail).service("orders").keys(keys()).groupReadable().open()) {
      AuditRun run = new AuditRun(new AuditIdentity(ID, "close-db-connection"), "db", attempt, "");
      open.begin(run).ended(new Outcome.Completed(Duration.ofMillis(attempt)));
    }
  }

  private AuditKeys keys() throws IOException {
    Path file = root.resolve("audit.key");
    Files.writeString(file, "k1:QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return AuditKeys.fromFile(file);
  }

  private Rsyslog ship(String name, Store store) throws IOException {
    return Rsyslog.start(root.resolve(name), trail, store.port());
  }

  private static void awaitHits(Store store, int count) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(store.hits("auditId", ID)).hasSize(count));
  }

  private static void foundAsWritten(Store store) {
    JsonNode hits = store.hits("event.id", ID); // as the Elastic Common Schema calls it
    assertThat(hits).hasSize(6);
    for (int index = 0; index < hits.size(); index++) {
      JsonNode line = hits.get(index).get("_source");
      assertThat(hits.get(index).get("_id")).isEqualTo(line.get("hash"));
      assertThat(line.get("type").asText()).isEqualTo(index % 2 == 0 ? "begin" : "end");
      assertThat(line.get("attempt").asInt()).isEqualTo(1 + index / 2);
      assertThat(line.at("/service/name").asText()).isEqualTo("orders");
    }
    assertThat(store.hits("outcome", "completed")).hasSize(3);
    assertThat(store.hits("type", "seal")).hasSizeGreaterThanOrEqualTo(3);
  }
}
