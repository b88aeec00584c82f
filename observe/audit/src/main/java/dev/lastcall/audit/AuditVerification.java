package dev.lastcall.audit;

import dev.lastcall.api.Arguments;
import dev.lastcall.audit.AuditFault.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks an audit trail: every byte against the hashes of its line, every line against the one
 * before, every seal against its key.
 *
 * <pre>{@code
 * AuditVerdict verdict = AuditVerification.ofFolder(folder).keys(keys).anchor(anchor).run();
 * }</pre>
 *
 * <p>It reads only, also while the trail is being written. Confined to one thread.
 */
public final class AuditVerification {
  private static final long STEP_BYTES = 1 << 20;

  private final @Nullable Path folder;
  private List<Path> files;
  private @Nullable AuditKeys keys;
  private @Nullable Path anchor;
  private LongConsumer progress = bytes -> {};

  private AuditVerification(List<Path> files, @Nullable Path folder) {
    this.files = List.copyOf(files);
    this.folder = folder;
  }

  /**
   * Checks a whole trail: what is missing at its begin has to be accounted for.
   *
   * @param folder its folder
   * @return the verification
   * @throws IOException if the folder cannot be read
   * @throws IllegalArgumentException if it holds no file of a trail
   */
  public static AuditVerification ofFolder(Path folder) throws IOException {
    return new AuditVerification(filesIn(Arguments.given("folder", folder)), folder);
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    List<Path> found = TrailFile.in(folder).stream().map(TrailFile::path).toList();
    if (found.isEmpty()) {
      throw Arguments.refusal("folder", folder, "one with files audit-NUMBER-DATE.jsonl");
    }
    return found;
  }

  /**
   * Checks a part of a trail: what lies before its first line is not asked for.
   *
   * @param files its files, plain or gzipped; by their names they find their order
   * @return the verification
   * @throws IllegalArgumentException if there are none, or one is not named like a file of a trail
   */
  public static AuditVerification ofFiles(List<Path> files) {
    List<TrailFile> found = new ArrayList<>();
    for (Path file : files) {
      found.add(
          TrailFile.named(file)
              .orElseThrow(
                  () ->
                      Arguments.refusal(
                          "file", file, "a file named audit-NUMBER-DATE.jsonl or .gz")));
    }
    if (found.isEmpty()) {
      throw Arguments.refusal("files", "none", "at least one");
    }
    found.sort(Comparator.comparingLong(TrailFile::number));
    return new AuditVerification(found.stream().map(TrailFile::path).toList(), null);
  }

  /** Sets the keys that its seals are made with; without, seals are not looked at. */
  public AuditVerification keys(AuditKeys given) {
    keys = Arguments.given("keys", given);
    return this;
  }

  /** Sets the file that its seals were copied to, which gives away that the end is cut off. */
  public AuditVerification anchor(Path file) {
    anchor = Arguments.given("anchor", file);
    return this;
  }

  /** Sets who is told, every so often, how many bytes are read. */
  public AuditVerification progress(LongConsumer receiver) {
    progress = Arguments.given("receiver", receiver);
    return this;
  }

  /** {@return how many bytes the files have} */
  public long bytes() throws IOException {
    long sum = 0;
    for (Path file : files) {
      sum += Files.size(file);
    }
    return sum;
  }

  /**
   * Reads the trail up to its end, or to the first thing that is wrong.
   *
   * @return the verdict
   * @throws IOException if a file cannot be read
   * @throws IllegalArgumentException if the anchor has no seal
   */
  public AuditVerdict run() throws IOException {
    // What is promised comes first and what is there comes after: both grow meanwhile.
    AnchorSeal newest = anchor == null ? null : AnchorSeal.newest(anchor, keys);
    long written = folder == null ? 0 : TrailRest.written(folder);
    files = folder == null ? files : filesIn(folder);
    Run run = new Run(newest);
    AuditFault fault = run.read();
    if (fault == null) {
      fault = run.judge(written);
    }
    int waiting = folder == null ? 0 : TrailRest.waiting(folder, run.chain.record()).size();
    return run.verdict(fault, waiting);
  }

  /** One pass over the files. */
  private final class Run {
    private final @Nullable AnchorSeal newest;
    private final ChainCheck chain = new ChainCheck(files);
    private final SealCheck seals = new SealCheck(files, keys);
    private final ChainLine line = new ChainLine();
    private final List<String> notes = new ArrayList<>();
    private long lines;
    private long bytes;
    private long told;
    private boolean unfinished;

    Run(@Nullable AnchorSeal newest) {
      this.newest = newest;
    }

    @Nullable AuditFault read() throws IOException {
      for (int file = 0; file < files.size(); file++) {
        long before = bytes;
        try (LineReader reader = LineReader.open(files.get(file))) {
          while (reader.next()) {
            AuditFault fault = check(reader, file);
            if (fault != null) {
              return fault;
            }
            bytes = before + reader.nextOffset();
            if (bytes - told >= STEP_BYTES) {
              told = bytes;
              progress.accept(bytes);
            }
          }
        }
      }
      return null;
    }

    private @Nullable AuditFault check(LineReader reader, int file) throws IOException {
      if (!reader.isComplete() && file == files.size() - 1 && CutLine.isOne(reader)) {
        unfinished = true;
        return null;
      }
      boolean isWhole =
          reader.isComplete()
              && line.read(reader.bytes(), reader.from(), reader.to())
              && line.isWhole();
      if (!isWhole) {
        return altered(files.get(file), reader.number(), "this line is not what was written");
      }
      AuditFault fault = chain.check(line, file, reader.number());
      if (fault == null
          && newest != null
          && newest.seq() == line.seq()
          && !newest.hash().equals(line.hash())) {
        fault = altered(files.get(file), reader.number(), "the anchor has another line here");
      }
      if (fault == null) {
        fault = seals.check(line, file, reader.number(), chain);
      }
      lines += fault == null ? 1 : 0;
      return fault;
    }

    private AuditFault altered(Path file, long number, String message) {
      return new AuditFault(Kind.ALTERED, file, number, chain.seq() + 1, message);
    }

    /** What can be said only when everything is read. */
    @Nullable AuditFault judge(long written) {
      if (chain.firstSeq() > 1 && !seals.isAccounted()) {
        String message = "numbers 1 to " + (chain.firstSeq() - 1) + " are missing";
        if (folder != null) {
          String why = message + " and no sealed line says that they were deleted for their age";
          return new AuditFault(Kind.REMOVED, files.get(0), 1, 1, why);
        }
        notes.add("a part of a trail: " + message + " here");
      }
      if (newest != null && newest.seq() > chain.seq()) {
        return chain.afterTheLast(
            Kind.TRUNCATED, "the anchor has a seal with number " + newest.seq());
      }
      if (written > chain.record()) {
        String message = "the journal knows of lines up to its record " + written;
        return chain.afterTheLast(
            Kind.TRUNCATED, message + ", the last one here comes from " + chain.record());
      }
      if (keys != null && seals.seals() == 0 && lines > 0) {
        return new AuditFault(
            Kind.UNSEALED, files.get(0), 1, chain.firstSeq(), "nothing is sealed with a given key");
      }
      return null;
    }

    AuditVerdict verdict(@Nullable AuditFault fault, int waiting) {
      if (keys == null) {
        notes.add("seals were not checked: no key was given");
      }
      return new AuditVerdict(
          java.util.Optional.ofNullable(fault),
          files.size(),
          lines,
          bytes,
          chain.firstSeq(),
          chain.seq(),
          seals.seals(),
          seals.sealedThrough(),
          unfinished,
          waiting,
          notes);
    }
  }
}
