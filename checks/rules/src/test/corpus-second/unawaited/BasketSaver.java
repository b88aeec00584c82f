package shop.basket;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

public class BasketSaver {
    private final List<String> baskets = new CopyOnWriteArrayList<>();
    private final Path file;

    public BasketSaver(Path file) {
        this.file = file;
        Runtime.getRuntime().addShutdownHook(new Thread(this::onExit));
    }

    public void put(String basket) {
        baskets.add(basket);
    }

    private void onExit() {
        CompletableFuture.runAsync(this::persist)
                .exceptionally(t -> {
                    System.err.println("baskets lost: " + t);
                    return null;
                });
    }

    private void persist() {
        try {
            Files.write(file, baskets);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
