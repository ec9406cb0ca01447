package org.launchgate;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.launchgate.partner.ConfiguredPartners;
import org.launchgate.profile.LaunchProfile;
import org.launchgate.profile.Profiles;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;

/**
 * The sending side of a launch, for tests: the two partners of the design, with keys made here, and
 * tokens as the two documents print them, each of which a test then spoils in one place.
 */
public final class TestPartner {
  /** The secret of every test's Tatooine: 32 bytes that mean nothing. */
  public static final SecretKey SECRET =
      new SecretKeySpec(
          "tatooine-tests-only-32-bytes-of-.".substring(0, 32).getBytes(StandardCharsets.US_ASCII),
          "HMAC");

  /** The key pair of every test's Demo XIS; fresh in every run. */
  public static final KeyPair RSA = rsa(2048);

  /** The key id that ZorgDomein's document prints. */
  public static final String XIS_KEY_ID = "0f379bb9-cbb6";

  /** The key id inside the token that ExorLive's document prints. */
  public static final String TATOOINE_KEY_ID = "1329879584";

  private TestPartner() {}

  /** ZorgDomein's example partner. */
  public static Partner zorgdomein() {
    return zorgdomeinBuilder().build();
  }

  /** ZorgDomein's example partner, to be changed by a test. */
  public static Partner.Builder zorgdomeinBuilder() {
    return Partner.builder("demo-xis", profile("zorgdomein"))
        .issuer("Demo XIS")
        .keys(List.of(PartnerKey.of(XIS_KEY_ID, RSA.getPublic(), Set.of(SigningAlgorithm.RS256))))
        .organizations(List.of("05029999"))
        .roles(List.of("practitioner"));
  }

  /** ExorLive's example partner. */
  public static Partner exorlive() {
    return exorliveBuilder().build();
  }

  /** ExorLive's example partner, to be changed by a test. */
  public static Partner.Builder exorliveBuilder() {
    return Partner.builder("tatooine", profile("exorlive"))
        .algorithms(Set.of(SigningAlgorithm.HS256))
        .keys(List.of(PartnerKey.of(TATOOINE_KEY_ID, SECRET, Set.of(SigningAlgorithm.HS256))));
  }

  /** Both. */
  public static ConfiguredPartners both() {
    return ConfiguredPartners.of(List.of(zorgdomein(), exorlive()));
  }

  /** A built-in profile. */
  public static LaunchProfile profile(String name) {
    return Profiles.builtIn(name).orElseThrow();
  }

  /**
   * A good ZorgDomein token as the document prints it, but for {@code jti} and {@code iat}.
   *
   * @param tokenId the {@code jti}
   * @param issuedAt the {@code iat}, in seconds
   */
  public static TokenBuilder zorgdomeinToken(String tokenId, long issuedAt) {
    return new TokenBuilder()
        .header("alg", "RS256")
        .header("typ", "JWT")
        .header("kid", XIS_KEY_ID)
        .claim("iss", "Demo XIS")
        .claim("jti", tokenId)
        .claim("iat", issuedAt)
        .claim("user-id.system", "agb-z")
        .claim("user-id.value", "01029999")
        .claim("org-id.system", "agb-z")
        .claim("org-id.value", "05029999")
        .claim("context.patient-id", "5a4fc42a-1847-4862-a5da-7af86ac23968")
        .claim("context.icpc", "T90")
        .claim("context.xis-transaction-id", "6fb34257-7e0d-41a1-b8a7-417a50de6d39")
        .signedBy(RSA.getPrivate());
  }

  /** A good ExorLive token as the document prints it. */
  public static TokenBuilder exorliveToken() {
    return new TokenBuilder()
        .header("alg", "HS256")
        .header("kid", TATOOINE_KEY_ID)
        .claim("employeeId", "2f3fb098")
        .claim("employeeUsername", "mando")
        .claim("employeeFirstname", "Mando")
        .claim("employeeLastname", "Lorian")
        .claim("employeeEmail", "")
        .claim("organizationName", "Tatooine")
        .claim("organizationId", "ace615c2")
        .nested("contact", "id", "2f3fb098")
        .nested("contact", "birthdate", "1969-11-13")
        .nested("contact", "ssn", "13116900216")
        .nested("contact", "gender", "male")
        .nested("contact", "firstname", "Baby")
        .nested("contact", "middlename", "")
        .nested("contact", "lastname", "Yoda")
        .nested("contact", "mobile", "99900000")
        .nested("contact", "email", "")
        .nested("contact", "diagnosis", "L02")
        .signedBy(SECRET);
  }

  /** The partners file of the two, with their keys inline. */
  public static String partnersFile() {
    return """
        {"partners": [
          {"id": "demo-xis", "profile": "zorgdomein", "issuer": "Demo XIS",
           "keys": [{"pem": "%s", "kid": "0f379bb9-cbb6"}],
           "organizations": ["05029999"], "roles": ["practitioner"],
           "attributes": {"fhirBase": "https://xis.example/fhir"}},
          {"id": "tatooine", "profile": "exorlive", "algorithms": ["HS256"],
           "keys": [{"secret": "%s", "kid": "1329879584"}]}
        ]}
        """
        .formatted(
            pem("PUBLIC KEY", RSA.getPublic().getEncoded()).replace("\n", "\\n"),
            Base64.getUrlEncoder().withoutPadding().encodeToString(SECRET.getEncoded()));
  }

  /** A PEM block. */
  public static String pem(String label, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der), label);
  }

  /** An RSA key pair that is no partner's, one for the whole run: making one is slow. */
  public static KeyPair otherRsa() {
    return OtherRsa.PAIR;
  }

  /** A fresh RSA key pair. */
  public static KeyPair rsa(int bits) {
    return keyPair("RSA", bits);
  }

  /** A fresh EC key pair on the NIST curve of that size. */
  public static KeyPair ec(int bits) {
    return keyPair("EC", bits);
  }

  /** A fresh Ed25519 key pair. */
  public static KeyPair ed25519() {
    return keyPair("Ed25519", 255);
  }

  /** Made when it is first asked for. */
  private static final class OtherRsa {
    private static final KeyPair PAIR = rsa(2048);
  }

  private static KeyPair keyPair(String type, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
