package org.launchgate.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The file that names each survivor with the reason why no test finds it. */
final class NamedSurvivors {
  private static final Path FILE =
      Path.of("src/test/resources/org/launchgate/mutation/survivors.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<Survivor, Integer> times = new TreeMap<>();
  private final Map<Survivor, String> reasons = new TreeMap<>();

  static NamedSurvivors read() throws IOException {
    NamedSurvivors named = new NamedSurvivors();
    for (JsonNode each : JSON.readTree(FILE.toFile())) {
      Survivor survivor =
          new Survivor(
              each.path("class").asText(),
              each.path("method").asText(),
              each.path("mutator").asText(),
              each.path("change").asText());
      named.times.merge(survivor, each.path("times").asInt(), Integer::sum);
      named.reasons.put(survivor, each.path("reason").asText());
    }
    return named;
  }

  /** Each and how often it is named. */
  Map<Survivor, Integer> times() {
    return times;
  }

  /** Each and its reason. */
  Map<Survivor, String> reasons() {
    return reasons;
  }

  /** Writes the file anew with those that were found. A new one's reason is left to be written. */
  void update(Map<Survivor, Integer> found) throws IOException {
    ArrayNode all = JSON.createArrayNode();
    found.forEach((survivor, count) -> all.add(json(survivor, count)));
    Files.writeString(FILE, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
  }

  private ObjectNode json(Survivor survivor, int count) {
    return JSON.createObjectNode()
        .put("class", survivor.type())
        .put("method", survivor.method())
        .put("mutator", survivor.mutator())
        .put("change", survivor.change())
        .put("times", count)
        .put("reason", reasons.getOrDefault(survivor, ""));
  }
}
