import jakarta.annotation.PreDestroy;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;

public class AuditListener {
  private final Session session;
  private final Thread receiver = new Thread(this::receive, "audit");

  public AuditListener(Session session) {
    this.session = session;
    receiver.start();
  }

  private void receive() {
    try (MessageConsumer consumer = session.createConsumer(session.createQueue("audit"))) {
      while (consumer.receive() != null) {
        session.commit();
      }
    } catch (JMSException e) {
      System.err.println("audit: " + e);
    }
  }

  @PreDestroy
  void stop() throws JMSException {
    session.rollback();
    session.close();
  }
}
