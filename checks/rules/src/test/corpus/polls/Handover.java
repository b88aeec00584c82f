import java.io.IOException;
import org.springframework.beans.factory.DisposableBean;

public class Handover implements DisposableBean {
  interface Peer {
    void accept(byte[] state) throws IOException;
  }

  private final Peer peer;
  private final byte[] state = {};

  public Handover(Peer peer) {
    this.peer = peer;
  }

  @Override
  public void destroy() {
    handOver();
    handOver(3);
  }

  private void handOver() {
    try {
      peer.accept(state);
    } catch (IOException e) {
      System.err.println("once more: " + e.getMessage());
      handOver();
    }
  }

  private void handOver(int tries) {
    try {
      peer.accept(state);
    } catch (IOException e) {
      if (tries > 0) {
        handOver(tries - 1);
      }
    }
  }
}
