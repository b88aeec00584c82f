package bank.ledger;

import java.io.IOException;
import java.io.RandomAccessFile;

public class LedgerSync {
    private final RandomAccessFile journal;

    public LedgerSync(RandomAccessFile journal) {
        this.journal = journal;
        Runtime.getRuntime().addShutdownHook(new Thread(this::onExit, "ledger-exit"));
    }

    private void onExit() {
        int status = syncToDisk() ? 0 : 74;
        if (status != 0) {
            leave(status);
        }
    }

    private boolean syncToDisk() {
        try {
            journal.getFD().sync();
            return true;
        } catch (IOException e) {
            System.err.println("journal not synced: " + e);
            return false;
        }
    }

    private void leave(int status) {
        System.exit(status);
    }
}
