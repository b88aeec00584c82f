package com.acme.trawl;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class Trawl {
  @PostMapping("/trawl")
  long haul(byte[] net) throws Exception {
    Path temporary = Files.createTempFile("net", ".bin");
    try {
      Files.write(temporary, net);
      return Files.size(temporary);
    } finally {
      temporary.toFile().delete();
    }
  }
}
