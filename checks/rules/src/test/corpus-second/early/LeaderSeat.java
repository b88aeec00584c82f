package raft.seat;

import java.util.concurrent.atomic.AtomicReference;

public class LeaderSeat {
    public interface Term {
        void resign();
    }

    private final AtomicReference<Term> term = new AtomicReference<>(() -> {});

    public void install() {
        Thread t = new Thread(term.get()::resign, "resign");
        Runtime.getRuntime().addShutdownHook(t);
    }

    public void elected(Term t) {
        term.set(t);
    }
}
