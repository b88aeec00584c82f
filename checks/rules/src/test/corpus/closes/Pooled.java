package com.acme.pooled;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class Pooled {
  @PostMapping("/all")
  int all(List<Callable<Integer>> parts) throws Exception {
    int sum = 0;
    try (var pool = Executors.newFixedThreadPool(4)) {
      for (var part : pool.invokeAll(parts)) {
        sum += part.get();
      }
    }
    return sum;
  }
}
