package dev.lastcall.audit;

import dev.lastcall.api.Arguments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The keys that seal an audit trail: the first one makes new seals, all of them check old ones.
 *
 * <p>Written as {@code ID:SECRET}, one a line or with commas between, the secret being at least
 * {@value #LEAST_BYTES} random bytes in Base64:
 *
 * <pre>{@code
 * echo "2026-12:$(openssl rand -base64 32)" > audit.key; chmod 600 audit.key
 * }</pre>
 *
 * <p>To change the key, put the new one on top and leave the old ones below it. Lines that begin
 * with {@code #} are passed over. Immutable and thread-safe; {@link #toString()} shows no secret.
 */
public final class AuditKeys {
  /** The shortest secret, in bytes. */
  public static final int LEAST_BYTES = 32;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern BETWEEN = Pattern.compile("[,\\n]");
  private static final Set<PosixFilePermission> FORBIDDEN =
      EnumSet.of(
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  private final Map<String, AuditKey> keys;

  private AuditKeys(Map<String, AuditKey> keys) {
    this.keys = keys;
  }

  /**
   * Reads keys from a file.
   *
   * @param file readable by its owner and, as mounted secrets are, perhaps its group; by nobody
   *     else
   * @return the keys
   * @throws IllegalArgumentException if the file cannot be read, others may read it, or it holds no
   *     keys
   */
  public static AuditKeys fromFile(Path file) {
    Arguments.given("key file", file);
    try {
      requirePrivate(file);
      return parse("key file", file.toString(), Files.readString(file));
    } catch (IOException unreadable) {
      IllegalArgumentException refusal =
          Arguments.refusal("key file", file, "a file that can be read");
      refusal.initCause(unreadable);
      throw refusal;
    }
  }

  /**
   * Reads keys from a variable of the process's environment.
   *
   * @param variable its name, such as {@code LASTCALL_AUDIT_KEY}
   * @return the keys
   * @throws IllegalArgumentException if it is not set or holds no keys
   */
  public static AuditKeys fromEnvironment(String variable) {
    return fromEnvironment(variable, System.getenv());
  }

  static AuditKeys fromEnvironment(String variable, Map<String, String> environment) {
    String value = environment.get(Arguments.given("variable", variable));
    if (value == null) {
      throw Arguments.refusal(variable, "not set", "ID:SECRET in the environment");
    }
    return parse(variable, "its value", value);
  }

  private static void requirePrivate(Path file) throws IOException {
    if (Files.getFileAttributeView(file, PosixFileAttributeView.class) == null) {
      return;
    }
    Set<PosixFilePermission> granted = Files.getPosixFilePermissions(file);
    if (granted.stream().anyMatch(FORBIDDEN::contains)) {
      String shown = file + " " + PosixFilePermissions.toString(granted);
      throw Arguments.refusal("key file", shown, "not open to others: chmod 600");
    }
  }

  /** The value is never part of a message: it is secret. */
  private static AuditKeys parse(String name, String shown, String text) {
    Map<String, AuditKey> keys = new LinkedHashMap<>();
    int number = 0;
    for (String entry : BETWEEN.splitAsStream(text).toList()) {
      String given = entry.strip();
      if (given.isEmpty() || given.startsWith("#")) {
        continue;
      }
      number++;
      AuditKey key = key(name, shown + ", key " + number, given);
      if (keys.put(key.id(), key) != null) {
        throw Arguments.refusal(name, shown + ", key " + number, "an id of its own for each key");
      }
    }
    if (keys.isEmpty()) {
      throw Arguments.refusal(name, shown, "at least one ID:SECRET");
    }
    return new AuditKeys(keys);
  }

  private static AuditKey key(String name, String shown, String entry) {
    int colon = entry.indexOf(':');
    String id = colon < 0 ? "" : entry.substring(0, colon);
    byte[] secret = colon < 0 ? new byte[0] : decoded(entry.substring(colon + 1).strip());
    if (!ID.matcher(id).matches() || secret.length < LEAST_BYTES) {
      throw Arguments.refusal(
          name,
          shown,
          "ID:SECRET, the id of letters, digits or . _ -, the secret of at least "
              + LEAST_BYTES
              + " bytes in Base64");
    }
    return new AuditKey(id, secret);
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  /** {@return the key that makes new seals} */
  AuditKey current() {
    return keys.values().iterator().next();
  }

  Optional<AuditKey> find(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  @Override
  public String toString() {
    return "keys " + String.join(", ", keys.keySet());
  }
}
