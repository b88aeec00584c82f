package dev.lastcall.audit;

import dev.lastcall.api.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a trail is kept.
 *
 * @param folder where its files are
 * @param keys what seals it, null if nothing does
 * @param rotateBytes the size above which a new file is begun
 * @param sealLines after how many lines there is a seal at the latest
 * @param retention how old a file's last line has to be before it is deleted
 * @param groupReadable whether the group of the owner may read
 * @param anchor where seals are copied to, null if nowhere
 * @param clock tells the time of day
 * @param findings who is told what a person should know
 */
record TrailSettings(
    Path folder,
    @Nullable AuditKeys keys,
    long rotateBytes,
    int sealLines,
    Duration retention,
    boolean groupReadable,
    @Nullable Path anchor,
    InstantSource clock,
    Consumer<Finding> findings) {

  void warn(String id, String message, String advice) {
    findings.accept(new Finding(id, Finding.Severity.WARNING, message, advice));
  }
}
