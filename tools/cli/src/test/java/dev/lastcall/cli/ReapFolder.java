package dev.lastcall.cli;

import static dev.lastcall.api.CleanupSpec.named;

import dev.lastcall.durable.DurableCleanups;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder of durable cleanups of a test, and {@code lastcall reap} over it. */
final class ReapFolder {
  private final Path folder;
  private String out = "";
  private String err = "";

  ReapFolder(Path folder) {
    this.folder = folder;
  }

  Path path() {
    return folder;
  }

  /** An earlier process, which knows the handler only by name and leaves these payloads open. */
  ReapFolder leaves(String handler, String... payloads) {
    try (DurableCleanups durable = open(folder, handler)) {
      for (String payload : payloads) {
        durable.defer(handler, payload);
      }
    }
    return this;
  }

  static DurableCleanups open(Path folder, String handler) {
    return DurableCleanups.in(folder)
        .capacityBytes(1 << 20)
        .handler(named(handler), intent -> {})
        .withoutBackground()
        .open();
  }

  /** Runs the command with these options over the folder. */
  int reap(String... options) {
    List<String> all = new ArrayList<>(List.of("reap", folder.toString()));
    all.addAll(List.of(options));
    return run(all.toArray(String[]::new));
  }

  int run(String... arguments) {
    StringWriter outText = new StringWriter();
    StringWriter errText = new StringWriter();
    Terminal terminal = new Terminal(false, false, 100, StandardCharsets.UTF_8);
    int code =
        LastcallCommand.run(
            terminal, new PrintWriter(outText), new PrintWriter(errText), arguments);
    out = outText.toString();
    err = errText.toString();
    return code;
  }

  String out() {
    return out;
  }

  String err() {
    return err;
  }
}
