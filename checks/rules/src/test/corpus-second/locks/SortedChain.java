package store.chain;

import java.util.concurrent.locks.ReentrantLock;

/** Fine-grained list: the lock of a node is taken before that of its predecessor is let go. */
public class SortedChain {
    private static final class Node {
        final int value;
        final ReentrantLock lock = new ReentrantLock();
        Node next;

        Node(int value, Node next) {
            this.value = value;
            this.next = next;
        }
    }

    private final Node head = new Node(Integer.MIN_VALUE, new Node(Integer.MAX_VALUE, null));

    public boolean insert(int v) {
        Node left = head;
        left.lock.lock();
        try {
            Node right = left.next;
            right.lock.lock();
            try {
                while (right.value < v) {
                    left.lock.unlock();
                    left = right;
                    right = right.next;
                    right.lock.lock();
                }
                if (right.value == v) {
                    return false;
                }
                left.next = new Node(v, right);
                return true;
            } finally {
                right.lock.unlock();
            }
        } finally {
            left.lock.unlock();
        }
    }
}
