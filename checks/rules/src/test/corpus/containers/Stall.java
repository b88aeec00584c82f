package com.acme.stall;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Service;

@Service
@Scope(BeanDefinition.SCOPE_PROTOTYPE)
public class Stall implements DisposableBean {
  @Override
  public void destroy() {
    System.err.println("stall closed");
  }
}
