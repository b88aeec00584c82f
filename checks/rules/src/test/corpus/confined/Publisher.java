import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

class Publisher {
  private final ZContext context = new ZContext();
  private final ZMQ.Socket socket = context.createSocket(SocketType.PUB);

  void serve(Iterable<String> ticks) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  socket.send("bye");
                  System.err.println("publisher: gone");
                }));
    for (String tick : ticks) {
      socket.send(tick);
    }
  }
}
