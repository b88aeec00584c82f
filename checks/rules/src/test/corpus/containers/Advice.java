package com.acme.advice;

import jakarta.annotation.PreDestroy;
import jakarta.interceptor.InvocationContext;

public class Advice {
  @PreDestroy
  Object around(InvocationContext context) throws Exception {
    long from = System.nanoTime();
    try {
      return context.proceed();
    } finally {
      System.err.println(System.nanoTime() - from);
    }
  }
}
