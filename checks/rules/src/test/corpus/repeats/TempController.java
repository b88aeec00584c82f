package com.acme.temp;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

@Controller("/convert")
public class TempController {
  @Post
  public String convert(@Body byte[] document) throws IOException {
    Path temporary = store(document);
    return temporary.getFileName().toString();
  }

  private static Path store(byte[] document) throws IOException {
    Path path = Files.createTempFile("doc", ".pdf");
    Files.write(path, document);
    path.toFile().deleteOnExit();
    return path;
  }
}
