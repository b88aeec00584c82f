package com.acme.settlement;

import java.sql.SQLException;
import java.util.concurrent.Callable;

public class Settlement {
  interface Transaction {
    void begin();

    void commit() throws SQLException;

    void rollback() throws SQLException;
  }

  public <T> T in(Transaction transaction, Callable<T> work) throws Exception {
    transaction.begin();
    try {
      T result = work.call();
      transaction.commit();
      return result;
    } catch (RuntimeException | SQLException failure) {
      transaction.rollback();
      throw failure;
    }
  }
}
