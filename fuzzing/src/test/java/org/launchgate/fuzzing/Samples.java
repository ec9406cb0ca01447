package org.launchgate.fuzzing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.launchgate.TestPartner;

/** The right configuration files with which core tests its schemas, to start from. */
public final class Samples {
  private Samples() {}

  /** Those of a kind: {@code partners} or {@code profile}. */
  public static Stream<byte[]> of(String kind) {
    String name = kind + "-right.json";
    try (InputStream in = TestPartner.class.getResourceAsStream("schema/" + name)) {
      List<byte[]> samples = new ArrayList<>();
      for (JsonNode file : new ObjectMapper().readTree(in)) {
        samples.add(file.toString().getBytes(StandardCharsets.UTF_8));
      }
      return samples.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
