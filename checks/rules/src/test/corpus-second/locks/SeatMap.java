package cinema.seats;

import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

public class SeatMap {
    private final BitSet taken = new BitSet();
    private final Lock gate = new ReentrantLock(true);

    public boolean reserve(int seat) throws InterruptedException {
        boolean ok = false;
        try {
            if (gate.tryLock(300, TimeUnit.MILLISECONDS)) {
                ok = !taken.get(seat);
                taken.set(seat);
            }
        } finally {
            gate.unlock();
        }
        return ok;
    }

    public int free(int total) {
        return total - taken.cardinality();
    }
}
