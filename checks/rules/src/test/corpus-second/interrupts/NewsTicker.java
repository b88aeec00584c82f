package news.ticker;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

@WebListener
public class NewsTicker implements ServletContextListener {
    private Thread scroller;

    @Override
    public void contextInitialized(ServletContextEvent e) {
        scroller = new Thread(this::scroll, "scroller");
        scroller.start();
    }

    private void scroll() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent e) {
        scroller.interrupt();
        for (int i = 0; i < 5 && scroller.isAlive(); i++) {
            try {
                scroller.join(400);
            } catch (InterruptedException ex) {
                e.getServletContext().log("interrupted while waiting for the scroller");
            }
        }
    }
}
