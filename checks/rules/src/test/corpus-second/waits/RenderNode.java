package media.render;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;

@ApplicationScoped
public class RenderNode {
    private Process blender;

    public void render(String scene) throws IOException {
        blender = new ProcessBuilder("blender", "-b", scene, "-a").start();
    }

    void onStop(@Observes ShutdownEvent ev) {
        Process p = blender;
        if (p == null) {
            return;
        }
        p.destroy();
        try {
            int rc = p.waitFor();
            System.out.println("blender ended with " + rc);
        } catch (InterruptedException e) {
            p.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
