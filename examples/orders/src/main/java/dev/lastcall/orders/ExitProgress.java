package dev.lastcall.orders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far the service is with its exit, as its progress endpoint says. Immutable.
 *
 * @param phase what goes on, such as {@code DRAIN}
 * @param inFlight requests that it works on
 * @param cleanups the state or the outcome of each cleanup, by name
 */
public record ExitProgress(String phase, int inFlight, Map<String, String> cleanups) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Makes the map unchangeable; it keeps its order. */
  public ExitProgress {
    cleanups = Collections.unmodifiableMap(new LinkedHashMap<>(cleanups));
  }

  /** What there is to say when all cleanups have ended. */
  static ExitProgress cleaned(Map<String, String> outcomes) {
    return new ExitProgress("CLEAN", 0, outcomes);
  }

  /** Reads what the endpoint answered; empty if the exit has not begun or the text is cut off. */
  static Optional<ExitProgress> parse(String json) {
    try {
      JsonNode root = JSON.readTree(json);
      String phase = root.path("phase").asText("NONE");
      if (phase.equals("NONE")) {
        return Optional.empty();
      }
      Map<String, String> cleanups = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> cleanup : root.path("cleanups").properties()) {
        cleanups.put(cleanup.getKey(), cleanup.getValue().asText());
      }
      return Optional.of(new ExitProgress(phase, root.path("inFlight").asInt(), cleanups));
    } catch (JsonProcessingException cutOff) {
      return Optional.empty();
    }
  }
}
