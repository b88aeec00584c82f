package com.acme.reservations;

import dev.lastcall.runtime.Lastcall;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;

public class Reservations {
  private final EntityManager entities;

  public Reservations(EntityManagerFactory factory, Lastcall lastcall) {
    entities = factory.createEntityManager();
    lastcall.defer("reservations", this::finish);
  }

  public void reserve(Object seat) {
    entities.getTransaction().begin();
    entities.persist(seat);
    entities.getTransaction().commit();
  }

  private void finish() {
    entities.flush();
    entities.close();
  }
}
