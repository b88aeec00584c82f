package dev.lastcall.orders;

import dev.lastcall.defer.DeferScope;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.activemq.ActiveMQConnectionFactory;

/**
 * Reads what an ended service left on disk: the database, the broker's journal, the order log.
 *
 * <p>A program of its own, started after the service is gone, so that nothing of the service's
 * memory can help. It begins as the service's next start would: the outbox sends what was kept.
 */
final class OrderAudit {
  /** The files that it writes, an order's id a line. */
  static final String ROWS = "audit-rows.txt";

  static final String MESSAGES = "audit-messages.txt";
  static final String LOG_LINES = "audit-log.txt";

  private static final Pattern ACCEPTED = Pattern.compile(" accepted id=([A-Za-z0-9-]+) ");
  private static final int LAST_MESSAGE_WAIT_MILLIS = 500;
  private static final Duration DELIVERY = Duration.ofSeconds(20);

  private OrderAudit() {}

  public static void main(String... arguments) throws Exception {
    Path directory = ServiceOptions.parse(arguments).directory();
    Files.write(directory.resolve(ROWS), rows(directory));
    Files.write(directory.resolve(MESSAGES), messages(directory));
    Files.write(directory.resolve(LOG_LINES), logLines(directory.resolve("orders.log")));
  }

  private static Set<String> rows(Path directory) throws SQLException {
    Set<String> ids = new TreeSet<>();
    try (java.sql.Connection connection = DriverManager.getConnection(OrderStore.url(directory));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select id from orders")) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    return ids;
  }

  static Set<String> messages(Path directory) throws Exception {
    try (DeferScope scope = DeferScope.open()) {
      Broker broker = Broker.start(directory.resolve("broker"), Faults.none());
      scope.defer("broker.stop", broker::stop);
      KeptOutbox.start(directory, Faults.none()).close(DELIVERY);
      return consumeAll();
    }
  }

  private static Set<String> consumeAll() throws JMSException {
    Set<String> ids = new TreeSet<>();
    try (Connection connection = new ActiveMQConnectionFactory(Broker.URL).createConnection()) {
      connection.start();
      Session session = connection.createSession(false, Session.DUPS_OK_ACKNOWLEDGE);
      MessageConsumer consumer = session.createConsumer(session.createQueue(OrderProducer.QUEUE));
      while (consumer.receive(LAST_MESSAGE_WAIT_MILLIS) instanceof TextMessage message) {
        ids.add(OrderJson.read(message.getText()).id());
      }
    }
    return ids;
  }

  /** In their order; an id that was logged twice stands there twice. */
  private static List<String> logLines(Path log) throws IOException {
    List<String> ids = new ArrayList<>();
    try (Stream<String> lines = Files.lines(log)) {
      lines
          .map(ACCEPTED::matcher)
          .filter(Matcher::find)
          .forEach(matcher -> ids.add(matcher.group(1)));
    }
    return ids;
  }
}
