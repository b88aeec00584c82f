package dock.crates;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

public class CrateStacker {
    private final ReentrantLock crane = new ReentrantLock();
    private int height;

    public boolean stack(int crates) throws InterruptedException {
        boolean mine = false;
        try {
            mine = crane.tryLock(2, TimeUnit.SECONDS);
            if (!mine) {
                return false;
            }
            height += crates;
            return true;
        } finally {
            if (mine) {
                crane.unlock();
            }
        }
    }

    public int height() {
        return height;
    }
}
