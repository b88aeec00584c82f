package web.metricsservlet;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Timer;
import java.util.TimerTask;

public class MetricsServlet extends HttpServlet {
    private Timer push;

    @Override
    public void init() throws ServletException {
        String target = getInitParameter("pushTo");
        if (target != null) {
            push = new Timer("push", true);
            push.schedule(new TimerTask() {
                @Override
                public void run() {
                    System.out.println("pushing to " + target);
                }
            }, 1_000, 15_000);
        }
    }

    @Override
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        resp.getWriter().println("up 1");
    }

    @Override
    public void destroy() {
        push.cancel();
        super.destroy();
    }
}
