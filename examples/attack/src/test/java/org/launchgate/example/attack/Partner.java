package org.launchgate.example.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** An XIS with a key of its own, and the files that the tool and a receiver need of it. */
record Partner(Path folder, KeyPair key) {

  static Partner in(Path folder) throws IOException {
    Partner partner = new Partner(folder, rsa());
    Files.writeString(
        partner.privateKey(), pem("PRIVATE KEY", partner.key.getPrivate().getEncoded()));
    Files.writeString(folder.resolve("xis.pub"), partner.publicPem());
    Files.writeString(
        partner.partnersFile(),
        """
        {"partners": [{"id": "demo-xis", "profile": "zorgdomein", "issuer": "Demo XIS",
          "keys": [{"pem": "xis.pub", "kid": "xis-1"}], "organizations": ["05029999"]}]}
        """);
    return partner;
  }

  Path privateKey() {
    return folder.resolve("xis.pem");
  }

  Path partnersFile() {
    return folder.resolve("partners.json");
  }

  String publicPem() {
    return pem("PUBLIC KEY", key.getPublic().getEncoded());
  }

  private static KeyPair rsa() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der), label);
  }
}
