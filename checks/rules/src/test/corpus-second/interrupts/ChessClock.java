package game.chess;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

public class ChessClock implements AutoCloseable {
    private final ScheduledExecutorService shared;
    private Future<?> lastMove;

    public ChessClock(ScheduledExecutorService shared) {
        this.shared = shared;
    }

    public void press(Runnable record) {
        lastMove = shared.schedule(record, 1, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        boolean interrupted = false;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
        try {
            while (lastMove != null) {
                try {
                    lastMove.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException | TimeoutException e) {
                    System.err.println("last move is not recorded: " + e);
                    return;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
