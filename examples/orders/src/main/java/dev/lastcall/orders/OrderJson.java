package dev.lastcall.orders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.UncheckedIOException;

/** An order as JSON, on the wire and in messages. Thread-safe. */
final class OrderJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final ObjectReader READER = MAPPER.readerFor(Order.class);
  private static final ObjectWriter WRITER = MAPPER.writerFor(Order.class);

  private OrderJson() {}

  /**
   * Reads an order.
   *
   * @throws IllegalArgumentException if the text is not JSON or not a valid order
   */
  static Order read(String json) {
    try {
      Order order = READER.readValue(json);
      if (order == null) {
        throw new IllegalArgumentException("order: null (expected: an object)");
      }
      return order;
    } catch (ValueInstantiationException invalid) {
      if (invalid.getCause() instanceof IllegalArgumentException cause) {
        throw cause;
      }
      throw new IllegalArgumentException(invalid.getOriginalMessage(), invalid);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException("order: " + malformed.getOriginalMessage(), malformed);
    }
  }

  static String write(Order order) {
    try {
      return WRITER.writeValueAsString(order);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
