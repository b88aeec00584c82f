package photo.album;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

public class PhotoAlbum {
    private final ReentrantLock pages = new ReentrantLock();
    private final List<String> photos = new ArrayList<>();

    public void add(String photo) {
        pages.lock();
        try {
            photos.add(photo);
        } finally {
            pages.unlock();
        }
    }

    public void burn() {
        try {
            pages.lockInterruptibly();
            photos.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pages.unlock();
        }
    }
}
