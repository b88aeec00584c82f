package lab.genome;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public class GenomeBatch {
    public static void main(String[] args) throws Exception {
        var cpu = Executors.newWorkStealingPool();
        try (var samples = Files.list(Path.of(args[0]))) {
            samples.forEach(s -> cpu.execute(() -> align(s)));
        }
        cpu.shutdown();
        // a whole cohort takes the better part of a weekend
        if (!cpu.awaitTermination(3, TimeUnit.DAYS)) {
            System.err.println("cohort not finished");
            System.exit(3);
        }
        System.out.println("cohort aligned");
    }

    static void align(Path sample) {
        System.out.println("aligning " + sample);
    }
}
