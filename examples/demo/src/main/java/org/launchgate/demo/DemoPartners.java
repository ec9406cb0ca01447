package org.launchgate.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Base64;
import org.launchgate.demo.simulator.PartnerKeys;

/**
 * The demo's own partners file: what the portal is told about the partners of the simulator.
 *
 * <p>The clinic's tokens have no id, so each patient's is the same every time. It is remembered for
 * a few seconds only: whoever logs out and opens the same patient again gets in.
 */
final class DemoPartners {
  private DemoPartners() {}

  /**
   * Writes the file, and the public key that it names, into a folder and returns the file.
   *
   * @param simulator where the partners' users start again
   */
  static Path write(Path folder, PartnerKeys keys, URI simulator) throws IOException {
    Path pem = Files.createDirectories(folder.resolve("keys")).resolve("demo-xis.pem");
    Files.writeString(pem, pem(keys.xisPublicKey()));
    String secret =
        Base64.getUrlEncoder().withoutPadding().encodeToString(keys.clinic().key().getEncoded());
    return Files.writeString(
        folder.resolve("partners.json"),
        partners(keys.xis().id(), secret, keys.clinic().id(), simulator));
  }

  private static String partners(
      String xisKeyId, String clinicSecret, String clinicKeyId, URI simulator) {
    return """
        {
          "partners": [
            {
              "id": "demo-xis",
              "profile": "zorgdomein",
              "issuer": "Demo XIS",
              "keys": [{"pem": "keys/demo-xis.pem", "kid": "%s"}],
              "organizations": ["05029999"],
              "roles": ["practitioner"],
              "attributes": {"fhirBase": "https://xis.example/fhir"},
              "relaunchUrl": "%s"
            },
            {
              "id": "tatooine",
              "profile": "exorlive",
              "algorithms": ["HS256"],
              "keys": [{"secret": "%s", "kid": "%s"}],
              "roles": ["practitioner"],
              "replayWindow": 5,
              "relaunchUrl": "%s"
            }
          ]
        }
        """
        .formatted(
            xisKeyId,
            simulator.resolve("/xis"),
            clinicSecret,
            clinicKeyId,
            simulator.resolve("/clinic"));
  }

  private static String pem(PublicKey key) {
    Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN PUBLIC KEY-----\n"
        + lines.encodeToString(key.getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }
}
