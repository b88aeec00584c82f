package com.acme.borrowed;

import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class Borrowed {
  @Bean(destroyMethod = "")
  DataSource source() throws NamingException {
    return (DataSource) new InitialContext().lookup("java:comp/env/jdbc/orders");
  }

  @Bean(destroyMethod = "")
  AutoCloseable shared(AutoCloseable given) {
    return given;
  }
}
