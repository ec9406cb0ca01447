package org.launchgate.partner;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.launchgate.Arrival;
import org.launchgate.LaunchVerifier;
import org.launchgate.fuzzing.Demand;
import org.launchgate.fuzzing.Json;
import org.launchgate.fuzzing.Samples;
import org.launchgate.fuzzing.Senders;
import org.launchgate.jwks.RemoteKeySets;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.Partner;

/** The partners file, as somebody writes it in a hurry. */
class PartnersFuzz {
  private static final Set<String> SECRET_MEMBERS =
      Set.of("secret", "secretHex", "secretText", "password", "k", "d", "p", "q", "dp", "dq", "qi");

  /** Unlike any word of ours. */
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{24,}");

  private final Placeholders placeholders = Placeholders.standard().readingFiles(this::noFile);
  private final List<String> tokens =
      Senders.tokens().values().stream().map(token -> token.token()).toList();

  /**
   * It is read, and then any token gets a verdict, or it is refused with a sentence that shows no
   * secret.
   */
  @MethodSource("files")
  @FuzzTest
  void file(byte[] input) {
    List<String> secrets = secrets(input);
    LoadedPartners loaded;
    try (RemoteKeySets remote = new RemoteKeySets(Senders.clock())) {
      loaded = new PartnersFileReader(FilesInMemory.partners(input), placeholders, remote).read();
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      Demand.that(message.startsWith("partners.json: "), "no place: " + message);
      Demand.oneLine(message);
      showNone(e, secrets);
      return;
    }
    Demand.showsNone(loaded.partners().all().toString(), secrets);
    launch(loaded.partners());
  }

  @SuppressWarnings("UnnecessaryMethodReference") // a directory whose set-up nobody reviews
  private void launch(ConfiguredPartners partners) {
    LaunchVerifier verifier =
        LaunchVerifier.builder()
            .partners(partners::find)
            .decryptionKeys(partners.decryptionKeys())
            .replayStore((partner, launch, until) -> true)
            .clock(Senders.clock())
            .build();
    for (String token : tokens) {
      launch(verifier, token, Arrival.form("token"));
      for (Partner partner : partners.all()) {
        launch(verifier, token, Arrival.form("token").atPartner(partner.id()));
      }
    }
  }

  private static void launch(LaunchVerifier verifier, String token, Arrival arrival) {
    try {
      verifier.verify(token, arrival);
    } catch (LaunchUnavailableException e) {
      Demand.oneLine(String.valueOf(e.getMessage())); // its keys would have to be fetched
    }
  }

  private static void showNone(Throwable mistake, List<String> secrets) {
    for (Throwable each = mistake; each != null; each = each.getCause()) {
      Demand.showsNone(String.valueOf(each.getMessage()), secrets);
    }
  }

  /** What stands where secrets stand, and nowhere else, so that a message may not hold it. */
  private static List<String> secrets(byte[] input) {
    List<String> secrets = new ArrayList<>();
    Json.object(input).ifPresent(file -> addSecrets(file, secrets));
    String text = new String(input, StandardCharsets.UTF_8);
    secrets.removeIf(secret -> text.indexOf(secret) != text.lastIndexOf(secret));
    return secrets;
  }

  private static void addSecrets(JsonNode node, List<String> secrets) {
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String value = member.getValue().asText();
      if (SECRET_MEMBERS.contains(member.getKey()) && SECRET.matcher(value).matches()) {
        secrets.add(value);
      }
    }
    node.forEach(member -> addSecrets(member, secrets));
  }

  private byte[] noFile(Path file) throws NoSuchFileException {
    throw new NoSuchFileException(file.toString());
  }

  static Stream<byte[]> files() {
    return Stream.concat(Samples.of("partners"), Stream.of(inline(Pems.EC_PUBLIC_KEY)));
  }

  private static byte[] inline(String pem) {
    return """
        {"partners": [{"id": "clinic", "profile": "exorlive", "keys": [
          {"kid": "a", "pem": "%s"},
          {"jwk": {"kty": "oct", "kid": "b", "k": "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_"}},
          {"jwk": {"kty": "OKP", "kid": "c", "crv": "Ed25519",
           "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}}]}]}
        """
        .formatted(pem.replace("\n", "\\n"))
        .getBytes(StandardCharsets.UTF_8);
  }
}
