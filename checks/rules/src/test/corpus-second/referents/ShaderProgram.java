package gpu.shader;

import java.lang.ref.Cleaner;
import java.lang.ref.Cleaner.Cleanable;

public final class ShaderProgram {
    private final int glName;
    private final Cleanable cleanup;

    public ShaderProgram(Cleaner cleaner, int glName) {
        this.glName = glName;
        Runnable deletion = this::delete;
        this.cleanup = cleaner.register(this, deletion);
    }

    public int name() {
        return glName;
    }

    public void dispose() {
        cleanup.clean();
    }

    private void delete() {
        System.out.println("glDeleteProgram " + glName);
    }
}
