package org.launchgate.partner;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.launchgate.TestPartner;
import org.launchgate.jwks.RemoteKeySets;
import org.launchgate.schema.PublishedSchema;
import org.launchgate.schema.SchemaContract;

/** The schema of partners files and their loader judge alike. */
class PartnersSchemaTest extends SchemaContract {
  private static final String PROFILE =
      """
      {"$schema": "profile.schema.json", "profile": "own", "header": {}, "algorithms": ["RS256"],
       "carriers": [{"field": "token", "in": ["form"]}], "time": {"exp": "required"}, "replay": {},
       "context": {"user.system": "/iss", "user.value": "/user"}}
      """;

  private static final String SIGNS = "'alg': 'RS256', 'use': 'sig', 'key_ops': ['verify']";

  private static final String DECRYPTS =
      "'alg': 'RSA-OAEP', 'use': 'enc', 'key_ops': ['decrypt', 'unwrapKey']";

  private static final String RSA =
      TestPartner.pem("PUBLIC KEY", TestPartner.RSA.getPublic().getEncoded());

  private static final String OWN_RSA =
      TestPartner.pem("PRIVATE KEY", TestPartner.RSA.getPrivate().getEncoded());

  private static final Map<String, byte[]> FILES =
      Map.of(
          "profiles/own.json", utf8(PROFILE),
          "keys/rsa.pem", utf8(RSA),
          "keys/certificate.pem", utf8(Pems.RSA_CERTIFICATE),
          "keys/partner.jwks.json", utf8(json(Jwks.set(Jwks.rsa(TestPartner.RSA, "'kid': 'a'")))),
          "keys/own.jwks.json", utf8(json(Jwks.set(Jwks.privateRsa(TestPartner.RSA)))),
          "keys/own.pem", utf8(OWN_RSA),
          "keys/partner.jks",
              TestKeystores.of("JKS", "password").trusted("partner", Pems.RSA_CERTIFICATE).bytes(),
          "keys/own.jks",
              TestKeystores.of("JKS", "password")
                  .key("own", TestPartner.RSA.getPrivate(), Pems.RSA_CERTIFICATE, "other password")
                  .key("same", TestPartner.RSA.getPrivate(), Pems.RSA_CERTIFICATE, "password")
                  .bytes());

  private final RemoteKeySets remote = new RemoteKeySets(Clock.systemUTC());

  PartnersSchemaTest() {
    super(
        "partners",
        PublishedSchema.PARTNERS,
        Map.of(
            "@rsa-pem", "\"" + Pems.inline(RSA) + "\"",
            "@rsa-jwk", json(Jwks.rsa(TestPartner.RSA, SIGNS)),
            "@ec-jwk", json(Jwks.ec(TestPartner.ec(256), "P-256")),
            "@okp-jwk", json(Jwks.okp(TestPartner.ed25519())),
            "@oct-jwk", json(Jwks.oct(new byte[32])),
            "@own-rsa-jwk", json(Jwks.privateRsa(TestPartner.RSA, DECRYPTS)),
            "@own-ec-jwk", json(Jwks.privateEc(TestPartner.ec(384), "P-384"))));
  }

  private static String json(String singleQuoted) {
    return singleQuoted.replace('\'', '"');
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @AfterEach
  void stopFetching() {
    remote.close();
  }

  @Override
  protected void load(String json) {
    MemoryFiles files = MemoryFiles.partners(json);
    FILES.forEach(files::with);
    new PartnersFileReader(
            files, Placeholders.standard().readingFiles(PartnersSchemaTest::placed), remote)
        .read();
  }

  /** What a placeholder for a file gives: the name of the file. */
  private static byte[] placed(Path file) {
    return utf8(String.valueOf(file.getFileName()));
  }

  @Override
  protected Map<String, String> seenByTheLoaderAlone() {
    return Map.of(
        "which is not there or cannot be read$",
        "no schema opens files",
        "(is not in the keystore|does not open with)",
        "no schema opens keystores",
        "\"jwks\" has no key that can be used",
        "what can be used depends on the agreed algorithms; one key that can is enough",
        "choice inline: .* is missing; tokens of the profile",
        "no schema works out what an own profile demands",
        "\"secretText\" is \\d bytes",
        "no schema counts bytes",
        "placeholders everywhere: .* (name their key|cannot be told apart|is missing|goes with|once)",
        "no schema knows what a placeholder gives");
  }

  @Override
  protected Map<String, String> seenByTheSchemaAlone() {
    return Map.of(
        "not enabled: /partners/0/(?!(id|enabled))",
        "a mistake of a partner that may not launch is a warning",
        "/profile/.*: (new null|null renamed)$",
        "over a base the loader takes null for any name, also for one that means nothing");
  }
}
