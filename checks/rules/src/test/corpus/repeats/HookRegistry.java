import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class HookRegistry extends HttpServlet {
  private final List<Runnable> hooks = new CopyOnWriteArrayList<>();

  @Override
  public void init() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> hooks.forEach(Runnable::run)));
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    addShutdownHook(() -> System.err.println(request.getRequestURI()));
  }

  private void addShutdownHook(Runnable hook) {
    hooks.add(hook);
  }
}
