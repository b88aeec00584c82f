package office.fax;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class FaxDispatcher {
    private final ExecutorService lines;

    public FaxDispatcher(int lineCount) {
        lines = Executors.newFixedThreadPool(lineCount);
        Runtime.getRuntime().addShutdownHook(new Thread(lines::shutdown));
    }

    public void fax(String number, byte[] page) {
        lines.execute(() -> dial(number, page));
    }

    private void dial(String number, byte[] page) {
        System.out.println("dialling " + number + " for " + page.length + " bytes");
    }
}
