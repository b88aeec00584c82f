package com.example.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.util.function.Consumer;

public class UnitOfWork {
  private final EntityManagerFactory factory;

  public UnitOfWork(EntityManagerFactory factory) {
    this.factory = factory;
  }

  public void run(Consumer<EntityManager> work) {
    EntityManager manager = null;
    EntityTransaction transaction = null;
    try {
      manager = factory.createEntityManager();
      transaction = manager.getTransaction();
      transaction.begin();
      work.accept(manager);
      transaction.commit();
    } catch (RuntimeException e) {
      if (transaction.isActive()) {
        transaction.rollback();
      }
      throw e;
    } finally {
      if (manager != null) {
        manager.close();
      }
    }
  }
}
