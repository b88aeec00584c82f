package media.stitch;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

@WebListener
public class VideoStitcher implements ServletContextListener {
    private final ForkJoinPool fj = new ForkJoinPool(6);

    @Override
    public void contextInitialized(ServletContextEvent sce) {
        sce.getServletContext().setAttribute("stitcher", this);
    }

    public void stitch(Runnable frame) {
        fj.execute(frame);
    }

    @Override
    public void contextDestroyed(ServletContextEvent sce) {
        fj.shutdown();
        boolean all = false;
        try {
            all = fj.awaitTermination(Integer.MAX_VALUE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!all) {
            fj.shutdownNow();
        }
    }
}
