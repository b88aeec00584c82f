package shop.config;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
public class PoolConfig {
    @Bean(destroyMethod = "")
    public HikariDataSource ordersPool() {
        HikariDataSource ds = new HikariDataSource();
        ds.setJdbcUrl("jdbc:postgresql://db/orders");
        ds.setMaximumPoolSize(20);
        return ds;
    }
}
