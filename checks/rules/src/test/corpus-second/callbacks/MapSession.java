package map.session;

import jakarta.annotation.PreDestroy;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

public class MapSession {
    private final AutowireCapableBeanFactory beans;

    public MapSession(AutowireCapableBeanFactory beans) {
        this.beans = beans;
    }

    public void show(String region) {
        Layer layer = beans.createBean(Layer.class);
        try {
            layer.draw(region);
        } finally {
            beans.destroyBean(layer);
        }
    }

    @Component
    @Scope("prototype")
    public static class Layer {
        private StringBuilder canvas = new StringBuilder();

        void draw(String region) {
            canvas.append(region);
        }

        @PreDestroy
        void wipe() {
            canvas = null;
        }
    }
}
