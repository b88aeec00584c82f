package web.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class FanOutController {
    private final List<Callable<String>> backends;

    public FanOutController(List<Callable<String>> backends) {
        this.backends = backends;
    }

    @GetMapping("/fan")
    public List<String> ask(@RequestParam String q) throws ExecutionException, InterruptedException {
        try (var perRequest = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = new ArrayList<>();
            for (Callable<String> b : backends) {
                answers.add(perRequest.submit(b));
            }
            List<String> out = new ArrayList<>(List.of(q));
            for (Future<String> f : answers) {
                out.add(f.get());
            }
            return out;
        }
    }
}
