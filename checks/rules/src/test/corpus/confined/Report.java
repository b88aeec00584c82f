package com.acme.report;

import jakarta.annotation.PreDestroy;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;

public class Report {
  private final EntityManagerFactory factory;

  public Report(EntityManagerFactory factory) {
    this.factory = factory;
  }

  @PreDestroy
  void last() {
    EntityManager entities = factory.createEntityManager();
    try {
      entities.getTransaction().begin();
      entities.persist(new Object());
      entities.getTransaction().commit();
    } finally {
      entities.close();
    }
  }
}
