package farm.hops;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServer;

public class HopHarvest extends AbstractVerticle {
    private HttpServer scales;

    @Override
    public void start(Promise<Void> started) {
        vertx.createHttpServer()
                .requestHandler(r -> r.response().end("ok"))
                .listen(0)
                .onSuccess(s -> scales = s)
                .<Void>mapEmpty()
                .onComplete(started);
    }

    @Override
    public void stop(Promise<Void> stopped) {
        Future<Void> closing = scales == null ? Future.succeededFuture() : scales.close();
        closing.onComplete(stopped);
    }
}
