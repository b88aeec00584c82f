package web.shoplife;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

@WebListener
public class ShopLifecycle implements ServletContextListener {
    private HikariDataSource pool;

    @Override
    public void contextInitialized(ServletContextEvent sce) {
        pool = new HikariDataSource();
        pool.setJdbcUrl(sce.getServletContext().getInitParameter("jdbc"));
        sce.getServletContext().setAttribute("pool", pool);
    }

    @Override
    public void contextDestroyed(ServletContextEvent sce) {
        HikariDataSource p = pool;
        if (p != null) {
            p.close();
        }
    }
}
