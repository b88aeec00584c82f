package lab.config;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
public class LabConfig {
    // close() is found by inference
    @Bean
    public HikariDataSource samples() {
        HikariDataSource ds = new HikariDataSource();
        ds.setJdbcUrl("jdbc:h2:mem:samples");
        return ds;
    }

    // borrowed from the container, closed by it
    @Bean(destroyMethod = "")
    public javax.sql.DataSource shared() throws javax.naming.NamingException {
        return (javax.sql.DataSource) new javax.naming.InitialContext().lookup("java:comp/env/jdbc/shared");
    }

    public static void register(ServletContext ctx) {
        ctx.addListener(new ServletContextListener() {
            @Override
            public void contextDestroyed(ServletContextEvent sce) {
                sce.getServletContext().log("lab is closed");
            }
        });
    }
}
