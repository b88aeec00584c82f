package office.convert;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;

public class DocumentConverter implements DisposableBean {
    private static final Duration JOB_LIMIT = Duration.ofHours(2);
    private static final Duration EXIT_LIMIT = JOB_LIMIT.dividedBy(600);

    private final Process soffice;

    public DocumentConverter(Process soffice) {
        this.soffice = soffice;
    }

    public boolean convert() throws InterruptedException {
        return soffice.waitFor(JOB_LIMIT.toMinutes(), TimeUnit.MINUTES);
    }

    @Override
    public void destroy() {
        soffice.destroy();
        try {
            if (!soffice.waitFor(EXIT_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                soffice.destroyForcibly();
            }
        } catch (InterruptedException e) {
            soffice.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
