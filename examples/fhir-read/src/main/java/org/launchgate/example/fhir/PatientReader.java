package org.launchgate.example.fhir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.launchgate.LaunchContext;
import org.launchgate.onward.OnwardCalls;

/**
 * Reads the patient of a launch from the server of the partner that launched. How the application
 * proves who it is there (a certificate, an access token) is agreed with each partner, and left out
 * here. Thread-safe.
 */
public final class PatientReader {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;

  private final HttpClient client;
  private final ObjectMapper json = new ObjectMapper();

  /** A reader that follows no redirect: what is asked is for the partner alone. */
  public PatientReader() {
    client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * The patient in focus; empty where the launch names none that could be read, and where the
   * partner does not know them.
   *
   * @throws IOException when the server cannot answer, or answers with something else; the message
   *     names nobody
   */
  public Optional<FhirPatient> read(LaunchContext context)
      throws IOException, InterruptedException {
    Optional<HttpRequest.Builder> read = OnwardCalls.of(context).readPatient();
    if (read.isEmpty()) {
      return Optional.empty();
    }
    HttpResponse<String> answer =
        client.send(read.get().timeout(PATIENCE).build(), BodyHandlers.ofString());
    if (answer.statusCode() == NOT_FOUND || answer.statusCode() == GONE) {
      return Optional.empty();
    }
    if (answer.statusCode() != OK) {
      throw new IOException("the partner's server answered " + answer.statusCode());
    }
    JsonNode resource = parsed(answer.body());
    if (!isAskedFor(resource, context)) {
      throw new IOException("the partner's server answered with another resource");
    }
    return Optional.of(FhirPatient.of(resource));
  }

  private JsonNode parsed(String body) throws IOException {
    try {
      return json.readTree(body);
    } catch (JsonProcessingException e) {
      // Its message would quote the patient's data.
      throw new IOException("the partner's server answered with what is no JSON");
    }
  }

  /** Whose name is shown, and who was asked for, must never be two people. */
  private static boolean isAskedFor(JsonNode resource, LaunchContext context) {
    String asked = context.patient().orElseThrow().id().orElseThrow();
    return resource.path("resourceType").asText().equals("Patient")
        && resource.path("id").asText().equals(asked);
  }
}
