package com.acme.teller;

import jakarta.persistence.EntityManager;
import jakarta.transaction.UserTransaction;
import java.util.function.Consumer;

public class Teller {
  private final UserTransaction transaction;
  private final EntityManager entities;

  public Teller(UserTransaction transaction, EntityManager entities) {
    this.transaction = transaction;
    this.entities = entities;
  }

  public void in(Consumer<EntityManager> work) throws Exception {
    transaction.begin();
    boolean ok = false;
    try {
      work.accept(entities);
      ok = true;
    } finally {
      if (ok) {
        transaction.commit();
      } else {
        try {
          transaction.rollback();
        } catch (RuntimeException e) {
          System.err.println("rollback: " + e.getMessage());
        }
      }
    }
  }

  @SuppressWarnings("finally")
  public boolean tryIn(Consumer<EntityManager> work) {
    boolean ok = false;
    while (!ok) {
      try {
        work.accept(entities);
        ok = true;
      } finally {
        break;
      }
    }
    return ok;
  }
}
