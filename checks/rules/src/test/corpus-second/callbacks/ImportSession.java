package etl.session;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

@Component
@Scope("prototype")
public class ImportSession {
    private final Writer rejects;

    public ImportSession() throws IOException {
        rejects = Files.newBufferedWriter(Files.createTempFile(Path.of("/tmp"), "rejects", ".csv"));
    }

    public void reject(String row) throws IOException {
        rejects.write(row);
    }

    @PreDestroy
    public void finish() {
        try {
            rejects.close();
        } catch (IOException e) {
            System.err.println("rejects: " + e);
        }
    }
}
