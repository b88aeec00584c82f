package search.report;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

public class ShardReport {
    private final AtomicReference<List<String>> open = new AtomicReference<>(List.of());
    private final Supplier<String> node;
    private volatile CompletableFuture<String> election = new CompletableFuture<>();

    public ShardReport(Supplier<String> node) {
        this.node = node;
        Runtime.getRuntime().addShutdownHook(new Thread() {
            @Override
            public void run() {
                String shards = String.join(",", open.get());
                String who = node.get();
                String leader = election.isDone() && !election.isCompletedExceptionally()
                        ? election.join()
                        : "unknown";
                System.err.println(who + " goes, led by " + leader + ", had " + shards);
            }
        });
    }

    public void elected(String leader) {
        election.complete(leader);
    }

    public void rebalance(int from, int to) {
        open.set(IntStream.range(from, to).mapToObj(i -> node.get() + "/" + i).collect(Collectors.toList()));
    }
}
