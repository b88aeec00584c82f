package stage.led;

import org.springframework.beans.factory.DisposableBean;

public class LedWall implements DisposableBean {
    private final int rows;

    public LedWall(int rows) {
        this.rows = rows;
    }

    @Override
    public void destroy() {
        for (int r = 0; r < rows; r++) {
            fade(r);
        }
    }

    private static void fade(int row) {
        Thread.startVirtualThread(() -> {
            for (int level = 255; level >= 0; level -= 5) {
                System.out.println(row + ":" + level);
            }
        });
    }
}
