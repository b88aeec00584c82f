import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
public class StoreConfiguration {
  @Bean(destroyMethod = "")
  public DataSource orders(HikariConfig settings) {
    HikariDataSource source = new HikariDataSource(settings);
    source.setPoolName("orders");
    return source;
  }

  @Bean(destroyMethod = "")
  public DataSource accounts() throws NamingException {
    return (DataSource) new InitialContext().lookup("java:comp/env/jdbc/accounts");
  }

  @Bean(destroyMethod = "close")
  public HikariDataSource archive(HikariConfig settings) {
    return new HikariDataSource(settings);
  }
}
