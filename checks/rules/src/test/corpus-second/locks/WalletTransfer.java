package bank.wallet;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

public class WalletTransfer {
    static final class Wallet {
        final Lock guard = new ReentrantLock();
        final int id;
        long cents;

        Wallet(int id) {
            this.id = id;
        }
    }

    public static void move(Wallet from, Wallet to, long cents) {
        Wallet first = from.id < to.id ? from : to;
        Wallet second = first == from ? to : from;
        first.guard.lock();
        try {
            second.guard.lock();
            try {
                from.cents -= cents;
                to.cents += cents;
            } finally {
                first.guard.unlock();
            }
        } finally {
            first.guard.unlock();
        }
    }
}
