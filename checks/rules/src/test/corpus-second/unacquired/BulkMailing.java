package mail.bulk;

import java.io.IOException;
import java.util.List;

public class BulkMailing {
  interface Smtp {
    void connect() throws IOException;

    void send(String to) throws IOException;

    void quit();
  }

  public int send(Smtp smtp, List<String> to) throws IOException {
    boolean connected = false;
    int n = 0;
    try {
      smtp.connect();
      connected = true;
      for (String address : to) {
        smtp.send(address);
        n++;
      }
      return n;
    } finally {
      if (connected) {
        smtp.quit();
      }
    }
  }
}
