package etl.batch;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public final class BatchLoader {
    private final TableLoader tables = new TableLoader();

    public void loadAndStop(String... names) {
        try (tables) {
            for (String n : names) {
                tables.load(n);
            }
        }
    }

    static class TableLoader extends PooledComponent {
        void load(String table) {
            pool.execute(() -> System.out.println("loading " + table));
        }

        @Override
        public void close() {
            pool.shutdown();
            super.close();
        }
    }

    abstract static class PooledComponent implements AutoCloseable {
        protected final ExecutorService pool = Executors.newFixedThreadPool(2);

        @Override
        public void close() {
            boolean over = false;
            try {
                over = pool.awaitTermination(6, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (!over) {
                pool.shutdownNow();
            }
        }
    }
}
