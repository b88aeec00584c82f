package dev.lastcall.cli;

import static dev.lastcall.api.CleanupSpec.named;

import dev.lastcall.durable.DurableHandlerProvider;
import dev.lastcall.durable.DurableHandlers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Handlers as a user would bring them. The payload is a file to write the key to, or "fail". */
public final class ReapTestHandlers implements DurableHandlerProvider {
  /** For the service loader. */
  public ReapTestHandlers() {}

  @Override
  public void provide(DurableHandlers handlers) {
    handlers.add(
        named("note").audited("CHG-7", "note"),
        intent -> note(intent.text(), intent.idempotencyKey()));
  }

  private static void note(String file, String key) throws IOException {
    if (file.equals("fail")) {
      throw new IOException("told to fail");
    }
    Files.write(
        Path.of(file),
        (key + "\n").getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** Makes a class path entry that names this provider. */
  static Path on(Path folder) throws IOException {
    Path services = Files.createDirectories(folder.resolve("handlers/META-INF/services"));
    Files.writeString(
        services.resolve(DurableHandlerProvider.class.getName()), ReapTestHandlers.class.getName());
    return folder.resolve("handlers");
  }
}
