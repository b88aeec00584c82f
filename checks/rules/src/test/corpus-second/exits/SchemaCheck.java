package tools.schema;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

public class SchemaCheck {
    enum Verdict { FINE, DIRTY, BROKEN }

    public static void main(String... args) throws IOException {
        Verdict verdict = Verdict.BROKEN;
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(args[1])))) {
            verdict = check(Path.of(args[0]), out);
        } finally {
            System.out.println("checked " + args[0]);
        }
        System.exit(switch (verdict) {
            case FINE -> 0;
            case DIRTY -> 1;
            case BROKEN -> 2;
        });
    }

    static Verdict check(Path schema, PrintWriter out) throws IOException {
        long bad = Files.lines(schema).filter(l -> l.contains("\t")).peek(out::println).count();
        return bad == 0 ? Verdict.FINE : Verdict.DIRTY;
    }
}
