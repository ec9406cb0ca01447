package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.PROTOCOL;
import static org.launchgate.example.attack.trial.Need.KEY;
import static org.launchgate.example.attack.trial.Need.PLAIN_HTTP;

import java.io.IOException;
import java.util.List;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Outcome;
import org.launchgate.example.attack.trial.Scene;
import org.launchgate.example.attack.wire.Answer;
import org.launchgate.example.attack.wire.Browser;
import org.launchgate.example.attack.wire.Request;

/** HTTP used for something else than a launch. */
public final class ProtocolAttacks {
  private static final String EVIL = "evil.example";

  private ProtocolAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(
        forwarded(),
        foreignHost(),
        headerSplitting(),
        redirect(),
        redirectOfARefusal(),
        foreignOrigin(),
        accepts(),
        versions());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(PROTOCOL, id, description, source);
  }

  private static Attack forwarded() {
    Attack attack =
        attack("pro-forwarded", "plain http that says that it was https", "V-36")
            .needs(KEY, PLAIN_HTTP);
    for (String field :
        List.of(
            "X-Forwarded-Proto: https",
            "Forwarded: for=192.0.2.1;proto=https",
            "X-Forwarded-For: 127.0.0.1",
            "X-Forwarded-For: 192.0.2.1",
            "X-Forwarded-Ssl: on",
            "Front-End-Https: on",
            "X-Real-IP: 127.0.0.1",
            "Via: 1.1 proxy",
            "x-forwarded-proto: https",
            "X-Forwarded-Proto: http")) {
      String[] parts = field.split(": ", -1);
      attack.variant(field, s -> s.refused(s.carry(s.genuine()).with(parts[0], parts[1])));
    }
    return attack;
  }

  private static Attack foreignHost() {
    return attack("pro-host", "another host's name leads the user away", "CWE-601; V-35")
        .needs(KEY)
        .variant("Host", s -> unled(s, s.carry(s.genuine()).with("Host", EVIL)))
        .variant("Host with a port", s -> unled(s, s.carry(s.genuine()).with("Host", EVIL + ":80")))
        .variant(
            "two of them",
            s ->
                unled(
                    s, s.carry(s.genuine()).with("Host", s.wire().authority()).with("Host", EVIL)))
        .variant(
            "X-Forwarded-Host", s -> unled(s, s.carry(s.genuine()).with("X-Forwarded-Host", EVIL)))
        .variant("X-Host", s -> unled(s, s.carry(s.genuine()).with("X-Host", EVIL)))
        .variant("an absolute target", s -> unled(s, absolute(s, "http://" + EVIL)))
        .variant(
            "with a user",
            s -> unled(s, absolute(s, "http://" + s.wire().authority() + "@" + EVIL)))
        .variant(
            "no Host at all",
            s -> unled(s, s.carry(s.genuine()).barely().with("Connection", "close")));
  }

  private static Request absolute(Scene scene, String start) {
    Request request = scene.carry(scene.genuine());
    return request.withTarget(start + request.target());
  }

  /** Whatever comes of it: the answer names no other host. */
  private static Outcome unled(Scene scene, Request request) throws IOException {
    Answer answer = scene.browser().send(request);
    return Outcome.heldIf(!answer.all().contains(EVIL), "the answer leads to another host");
  }

  private static Attack headerSplitting() {
    Attack attack = attack("pro-split", "a line end makes a header of the answer", "CWE-113; V-34");
    for (String line :
        List.of(
            "%0d%0aX-Evil:%20" + EVIL,
            "%0aX-Evil:%20" + EVIL,
            "%e5%98%8d%e5%98%8aX-Evil:%20" + EVIL,
            "%0d%0a%0d%0a<script>" + EVIL)) {
      attack
          .variant(
              "in the token: " + line,
              s ->
                  unled(
                      s,
                      s.carry(s.forged()).withTarget(target(s, s.profile().field() + "=" + line))))
          .variant(
              "beside it: " + line,
              s -> unled(s, s.carry(s.forged()).withTarget(target(s, "x=" + line))))
          .variant(
              "in the path: " + line, s -> unled(s, Request.get(s.setup().path() + "/" + line)));
    }
    return attack;
  }

  private static String target(Scene scene, String query) {
    return scene.setup().path() + "?" + query;
  }

  private static Attack redirect() {
    Attack attack =
        attack("pro-redirect", "a field leads the user away after a good launch", "CWE-601; V-35")
            .needs(KEY);
    for (String name : names()) {
      attack.variant(name, s -> unled(s, beside(s, s.genuine(), name + "=https://" + EVIL + "/")));
    }
    for (String address :
        List.of("//" + EVIL, "/\\" + EVIL, "https:" + EVIL, "%09//" + EVIL, "javascript:" + EVIL)) {
      attack.variant(
          "target " + address, s -> unled(s, beside(s, s.genuine(), "target=" + address)));
    }
    return attack;
  }

  private static List<String> names() {
    return List.of(
        "target",
        "targetUrl",
        "redirect",
        "redirect_uri",
        "url",
        "returnUrl",
        "next",
        "target_link_uri",
        "RelayState",
        "continue");
  }

  private static Attack redirectOfARefusal() {
    Attack attack =
        attack(
            "pro-redirect-refused",
            "a field leads the user away after a bad launch",
            "CWE-601; V-35");
    for (String name : names()) {
      attack.variant(name, s -> unled(s, beside(s, s.forged(), name + "=https://" + EVIL + "/")));
    }
    return attack;
  }

  private static Request beside(Scene scene, String token, String field) {
    Request request = scene.carry(token);
    return scene.profile().takesLinks()
        ? request.withTarget(request.target() + "&" + field)
        : scene.formBody(request.body() + "&" + field);
  }

  private static Attack foreignOrigin() {
    return attack("pro-origin", "a script of another site reads the answer", "CWE-942; V-37")
        .variant(
            "a refusal", s -> unshared(s, s.carry(s.forged()).with("Origin", "https://" + EVIL)))
        .variant("null", s -> unshared(s, s.carry(s.forged()).with("Origin", "null")))
        .variant(
            "asked before",
            s ->
                unshared(
                    s,
                    Request.of("OPTIONS", s.setup().path())
                        .with("Origin", "https://" + EVIL)
                        .with("Access-Control-Request-Method", "POST")));
  }

  private static Outcome unshared(Scene scene, Request request) throws IOException {
    Answer answer = scene.browser().send(request);
    return Outcome.heldIf(
        answer.values("Access-Control-Allow-Origin").isEmpty(), "other sites may read the answer");
  }

  private static Attack accepts() {
    Attack attack = attack("pro-accept", "a client that wants no page is told more", "V-39");
    for (String accept :
        List.of(
            "application/json",
            "application/problem+json",
            "text/plain",
            "application/xml",
            "*/*",
            "image/*",
            "",
            "x",
            "text/html;q=0, */*;q=0")) {
      attack.variant(accept, s -> told(s, s.forged(), accept));
    }
    return attack;
  }

  private static Outcome told(Scene scene, String token, String accept) throws IOException {
    return scene.refused(scene.carry(token).without("Accept").with("Accept", accept), token);
  }

  private static Attack versions() {
    Attack attack = attack("pro-version", "another version of HTTP", "RFC 9112 2.3");
    for (String version :
        List.of("HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/9.9", "HTTP/1.1.1", "ICY", "")) {
      attack.variant(version, s -> versioned(s, s.forged(), version));
    }
    return attack;
  }

  private static Outcome versioned(Scene scene, String token, String version) throws IOException {
    Browser browser = scene.browser();
    Answer answer = browser.send(scene.carry(token).withVersion(version));
    return answer.status() == 0 ? Outcome.held() : scene.refusal(answer, token);
  }
}
