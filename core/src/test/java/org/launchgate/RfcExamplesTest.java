package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.launchgate.spi.DecryptionKey;

/**
 * The examples that the RFCs print, with the section that prints them: those of what a launch may
 * be are taken, the others refused for the reason that the resource names.
 */
class RfcExamplesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> FILES =
      List.of("rfc7515", "rfc7516", "rfc7519", "rfc7520", "rfc8037");
  private static final List<DecryptionKey> ANY_KEY =
      List.of(DecryptionKey.of(null, TestPartner.otherRsa().getPrivate()));

  static Stream<Arguments> examples() {
    return FILES.stream()
        .map(RfcExamplesTest::read)
        .flatMap(
            file ->
                StreamSupport.stream(file.get("examples").spliterator(), false)
                    .map(example -> argumentSet(name(file, example), example)));
  }

  private static String name(JsonNode file, JsonNode example) {
    return "%s: %s %s"
        .formatted(
            file.get("source").asText(),
            example.get("section").asText(),
            example.get("title").asText());
  }

  private static JsonNode read(String file) {
    String resource = "rfc/" + file + ".json";
    try (InputStream stream = RfcExamplesTest.class.getResourceAsStream(resource)) {
      assertThat(stream).as(resource).isNotNull();
      return JSON.readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  @Clause({"V-2", "V-3", "V-7", "V-14", "V-40"})
  void exampleGivesWhatItsResourceSays(JsonNode example) {
    Outcome outcome = outcome(example);

    assertThat(outcome.word()).as(outcome.toString()).isEqualTo(example.get("we").asText());
    if (!outcome.isAccepted()) {
      assertThat(outcome.refusal()).startsWith(example.get("because").asText() + ": ");
    }
  }

  private static Outcome outcome(JsonNode example) {
    String token = example.get("token").asText();
    if (!example.has("decrypt")) {
      return SignaturePath.check(example.get("verify"), token);
    }
    Outcome decrypted =
        example.get("decrypt").isObject()
            ? DecryptionPath.check(example.get("decrypt"), token)
            : DecryptionPath.check(ANY_KEY, token);
    if (decrypted.content() == null) {
      return decrypted;
    }
    String content = new String(decrypted.content(), StandardCharsets.UTF_8);
    assertThat(content).isEqualTo(example.get("content").asText());
    return example.has("verify") ? SignaturePath.check(example.get("verify"), content) : decrypted;
  }

  /**
   * RFC 7518 appendix C prints the keys of both sides, the header and the key that they agree on.
   * What is encrypted with that key under that header is what we decrypt.
   */
  @Test
  @Clause("V-40")
  void keyAgreedOnIsThatOfRfc7518AppendixC() throws Exception {
    JsonNode example = read("rfc7518");
    String header = encode(example.get("header").toString().getBytes(StandardCharsets.UTF_8));
    byte[] content = "inside".getBytes(StandardCharsets.UTF_8);
    byte[] iv = new byte[12];
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(Base64.getUrlDecoder().decode(example.get("agreed").asText()), "AES"),
        new GCMParameterSpec(128, iv));
    cipher.updateAAD(header.getBytes(StandardCharsets.US_ASCII));
    byte[] sealed = cipher.doFinal(content);
    byte[] tag = new byte[16];
    System.arraycopy(sealed, content.length, tag, 0, tag.length);
    byte[] ciphertext = Arrays.copyOf(sealed, content.length);
    String token = String.join(".", header, "", encode(iv), encode(ciphertext), encode(tag));

    Outcome outcome = DecryptionPath.check(example.get("decrypt"), token);

    assertThat(outcome.content()).isEqualTo(content);
  }

  private static String encode(byte[] bytes) {
    return TokenBuilder.encode(bytes);
  }
}
