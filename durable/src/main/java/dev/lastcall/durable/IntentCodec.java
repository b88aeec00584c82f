package dev.lastcall.durable;

import dev.lastcall.durable.IntentRecord.AttemptBegan;
import dev.lastcall.durable.IntentRecord.AttemptEnded;
import dev.lastcall.durable.IntentRecord.Closed;
import dev.lastcall.durable.IntentRecord.Closure;
import dev.lastcall.durable.IntentRecord.Registered;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records as bytes, version 1 ({@value #CONTENT}). Big-endian; {@code text} is a length of 16 bits
 * and as many bytes of UTF-8, {@code time} is milliseconds since 1970 in 64 bits:
 *
 * <pre>
 *  type 1, intent          key text | number 64 | handler text | trace id text | registered time
 *                          | attempts 32 | of these do not count 32 | last time | last outcome text | last cause text
 *                          | payload: length 32, bytes
 *  type 2, attempt began   key text | attempt 32 | time
 *  type 3, attempt ended   key text | attempt 32 | time | 8: 1 if it counts, 0 if not
 *                          | outcome text | cause text
 *  type 4, closed          key text | 8: 0 completed, 1 withdrawn, 2 dead-lettered
 * </pre>
 *
 * <p>Bytes behind the last field are for later versions and are passed over.
 */
final class IntentCodec {
  static final String CONTENT = "durable/1";

  /** The most that an intent's record has beside its payload, in bytes. */
  static final int LARGEST_OVERHEAD = 2_048;

  private static final int INTENT = 1;
  private static final int BEGAN = 2;
  private static final int ENDED = 3;
  private static final int CLOSED = 4;

  /** The longest cause and trace id that are kept, in UTF-16 units; longer ones are cut. */
  private static final int LONGEST_TEXT = 200;

  private IntentCodec() {}

  static int typeOf(IntentRecord record) {
    if (record instanceof Registered) {
      return INTENT;
    }
    if (record instanceof AttemptBegan) {
      return BEGAN;
    }
    return record instanceof AttemptEnded ? ENDED : CLOSED;
  }

  static byte[] encode(IntentRecord record) {
    int payload = record instanceof Registered intent ? intent.intent().payload().size() : 0;
    ByteBuffer out = ByteBuffer.allocate(LARGEST_OVERHEAD + payload);
    text(out, record.key());
    if (record instanceof Registered registered) {
      intent(out, registered.intent(), registered.progress());
    } else if (record instanceof AttemptBegan began) {
      out.putInt(began.attempt()).putLong(began.at().toEpochMilli());
    } else if (record instanceof AttemptEnded ended) {
      out.putInt(ended.attempt()).putLong(ended.at().toEpochMilli());
      out.put((byte) (ended.counts() ? 1 : 0));
      text(out, ended.outcome());
      text(out, ended.cause());
    } else if (record instanceof Closed closed) {
      out.put((byte) closed.closure().code());
    }
    byte[] bytes = new byte[out.position()];
    out.flip().get(bytes);
    return bytes;
  }

  private static void intent(ByteBuffer out, Intent intent, Progress progress) {
    out.putLong(intent.number());
    text(out, intent.handler());
    text(out, intent.traceId());
    out.putLong(intent.registeredAt().toEpochMilli());
    out.putInt(progress.attempts())
        .putInt(progress.spared())
        .putLong(progress.lastAt().toEpochMilli());
    text(out, progress.lastOutcome());
    text(out, progress.lastCause());
    out.putInt(intent.payload().size());
    intent.payload().writeTo(out);
  }

  /** Reads a record; empty if it is none of this version. */
  static Optional<IntentRecord> decode(int type, ByteBuffer in) {
    try {
      String key = text(in);
      return Optional.ofNullable(
          switch (type) {
            case INTENT -> intent(key, in);
            case BEGAN -> new AttemptBegan(key, in.getInt(), time(in));
            case ENDED ->
                new AttemptEnded(key, in.getInt(), time(in), in.get() != 0, text(in), text(in));
            case CLOSED -> closed(key, in.get());
            default -> null;
          });
    } catch (BufferUnderflowException notOurs) {
      return Optional.empty();
    }
  }

  private static @Nullable Closed closed(String key, int code) {
    return Closure.of(code).map(closure -> new Closed(key, closure)).orElse(null);
  }

  private static Registered intent(String key, ByteBuffer in) {
    long number = in.getLong();
    String handler = text(in);
    String traceId = text(in);
    Instant registeredAt = time(in);
    Progress progress = new Progress(in.getInt(), in.getInt(), time(in), text(in), text(in));
    Payload payload = Payload.copyOf(bytes(in, in.getInt()));
    return new Registered(
        new Intent(key, number, handler, payload, traceId, registeredAt), progress);
  }

  private static void text(ByteBuffer out, String text) {
    byte[] bytes = cut(text).getBytes(StandardCharsets.UTF_8);
    out.putShort((short) bytes.length).put(bytes);
  }

  static String cut(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }

  private static String text(ByteBuffer in) {
    return new String(bytes(in, in.getShort() & 0xffff), StandardCharsets.UTF_8);
  }

  private static Instant time(ByteBuffer in) {
    return Instant.ofEpochMilli(in.getLong());
  }

  private static byte[] bytes(ByteBuffer in, int length) {
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }
}
