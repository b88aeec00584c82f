package com.acme.callbacks;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;

public class Callbacks extends AbstractVerticle {
  private Future<Void> closing = Future.succeededFuture();

  @Override
  public void stop(Promise<Void> stopped) {
    closing.compose(nothing -> vertx.eventBus().close()).onComplete(stopped);
  }
}
