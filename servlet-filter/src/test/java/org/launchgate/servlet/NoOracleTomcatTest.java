package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.Clause;
import org.launchgate.MovableClock;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;

/**
 * An answer tells nothing about why it is "no": the same status, headers and body, to the byte but
 * for the reference and the server's date, as they went over the wire.
 */
class NoOracleTomcatTest {
  private static final PrivateKey WRONG = TestPartner.rsa(2048).getPrivate();

  /** Tokens that are refused, each for another reason. */
  private static Map<String, String> refused() {
    Map<String, TokenBuilder> faults = new LinkedHashMap<>();
    faults.put("unknown key", zorgdomein().header("kid", "unknown"));
    faults.put("no key id", zorgdomein().withoutHeader("kid"));
    faults.put("bad signature", zorgdomein().signedBy(WRONG));
    faults.put("unknown issuer", zorgdomein().claim("iss", "Nobody"));
    faults.put("issuer missing", zorgdomein().without("iss"));
    faults.put("issuer of another kind", zorgdomein().claim("iss", 1));
    faults.put("algorithm", zorgdomein().header("alg", "RS512"));
    faults.put("none", zorgdomein().header("alg", "none"));
    faults.put("type", zorgdomein().header("typ", "at+jwt"));
    faults.put("critical", zorgdomein().header("crit", "x"));
    faults.put("too old", zorgdomein().claim("iat", 1_700_000_000));
    faults.put("future", zorgdomein().claim("iat", 4_000_000_000L));
    faults.put("audience", zorgdomein().claim("aud", "somebody"));
    faults.put("organisation", zorgdomein().claim("org-id.value", "1"));
    faults.put("claim missing", zorgdomein().without("user-id.value"));
    faults.put("claim malformed", zorgdomein().claim("context.icpc", "a\u202eb"));
    Map<String, String> tokens = new TreeMap<>();
    faults.forEach((name, builder) -> tokens.put(name, builder.token()));
    tokens.put("no token", "x");
    tokens.put("not base64url", "a.b.c=");
    tokens.put("encrypted", "eyJhbGciOiJSU0EtT0FFUCJ9.AA.AA.AA.AA");
    tokens.put("encrypted once more", "eyJhbGciOiJkaXIifQ..AAAA.AAAA.AAAA");
    return tokens;
  }

  private static TokenBuilder zorgdomein() {
    return Launches.zorgdomein();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/json", "text/html\r\nAccept-Language: nl"})
  @Clause("V-39")
  void everyRefusalOfALinkIsTheSameToTheByte(String accept) {
    try (TomcatApp app = new TomcatApp().start()) {
      Map<String, String> tokens = refused();
      tokens.put("replay", usedElsewhere(app));
      assertSame(tokens, token -> exchange(app, "GET", "/app/launch?token=" + token, accept, null));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/json"})
  @Clause("V-39")
  void everyRefusalOfAFormIsTheSameToTheByte(String accept) {
    try (TomcatApp app = new TomcatApp().start()) {
      assertSame(
          refused(), token -> exchange(app, "POST", "/app/launch", accept, "token=" + token));
    }
  }

  /** Whether a ticket is unknown, late, used, somebody else's, or of a launch that was used. */
  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/json"})
  @Clause("V-39")
  void everyRefusalOfATicketIsThatOfALinkToTheByte(String accept) {
    MovableClock clock = new MovableClock(Instant.now());
    try (TomcatApp app = new TomcatApp().clock(clock).start()) {
      Map<String, String> tickets = new TreeMap<>();
      tickets.put("malformed", "x");
      tickets.put("empty", "");
      tickets.put("unknown", "A".repeat(43));
      Browser late = app.browser();
      tickets.put("late", parked(late, zorgdomein().token()));
      clock.advance(Duration.ofSeconds(60));
      Browser used = app.browser();
      tickets.put("used", parked(used, zorgdomein().token()));
      assertThat(used.get("/launch?launch_ticket=" + tickets.get("used")).statusCode())
          .isEqualTo(303);
      tickets.put("of another browser", parked(app.browser(), zorgdomein().token()));
      Browser thief = app.browser();
      tickets.put("of a launch that was used elsewhere", parked(thief, usedElsewhere(app)));

      Map<String, String> cookies =
          Map.of(
              "late", cookies(late),
              "of a launch that was used elsewhere", cookies(thief));
      Map<String, String> answers = new TreeMap<>();
      tickets.forEach(
          (name, ticket) ->
              answers.put(
                  name,
                  exchange(
                      app,
                      "GET",
                      "/app/launch?launch_ticket=" + ticket,
                      accept + cookies.getOrDefault(name, ""),
                      null)));
      answers.put("token", exchange(app, "GET", "/app/launch?token=x", accept, null));
      assertSame(answers, answer -> answer);

      Map<String, String> marked = new TreeMap<>();
      tickets.forEach(
          (name, ticket) ->
              marked.put(name, "/app/launch?launch_ticket=" + ticket + "&launch_cookie=set"));
      assertSame(marked, target -> exchange(app, "GET", target, accept, null));
      String anyCookie = accept + "\r\nCookie: theme=dark";
      marked.put("token", "/app/launch?token=x");
      assertSame(marked, target -> exchange(app, "GET", target, anyCookie, null));
    }
  }

  private static String parked(Browser browser, String token) {
    String location = Browser.header(browser.postOnly("/launch", "token=" + token), "Location");
    assertThat(location).contains("launch_ticket=");
    return location.replaceAll(".*launch_ticket=|&.*", "");
  }

  private static String cookies(Browser browser) {
    return "\r\nCookie: "
        + browser.cookies().entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
  }

  @Test
  @Clause("V-39")
  void whetherAPathNamesAPartnerDoesNotShow() {
    try (TomcatApp app = new TomcatApp().start()) {
      Map<String, String> paths =
          Map.of(
              "its own partner", "/app/launch/demo-xis?token=",
              "another partner", "/app/launch/tatooine?token=",
              "no partner", "/app/launch/nobody?token=",
              "an id that none can have", "/app/launch/.?token=",
              "a longer path", "/app/launch/demo-xis/x?token=");
      assertSame(
          paths,
          path -> exchange(app, "GET", path + zorgdomein().signedBy(WRONG).token(), "*/*", null));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/json"})
  @Clause("V-39")
  void whetherSomebodyIsLoggedInDoesNotShow(String accept) {
    try (TomcatApp app = new TomcatApp().start()) {
      Browser browser = app.browser();
      assertThat(browser.launch(zorgdomein().token()).statusCode()).isEqualTo(303);
      String forged = zorgdomein().signedBy(WRONG).token();
      assertSame(
          Map.of("somebody", browser.cookie(), "nobody", "JSESSIONID=none"),
          cookie ->
              exchange(
                  app,
                  "GET",
                  "/app/launch?token=" + forged,
                  accept + "\r\nCookie: " + cookie,
                  null));
    }
  }

  /** A token that another browser has used. */
  private static String usedElsewhere(TomcatApp app) {
    String token = Launches.zorgdomein().claim("jti", UUID.randomUUID().toString()).token();
    assertThat(app.browser().launch(token).statusCode()).isEqualTo(303);
    return token;
  }

  private interface Exchange {
    String with(String value);
  }

  private static void assertSame(Map<String, String> cases, Exchange exchange) {
    Map<String, String> answers = new TreeMap<>();
    cases.forEach((name, value) -> answers.put(name, exchange.with(value)));
    String expected = answers.values().iterator().next();
    assertThat(expected).startsWith("HTTP/1.1 403 ").contains("REFERENCE");
    assertThat(answers).allSatisfy((name, answer) -> assertThat(answer).isEqualTo(expected));
  }

  private static String exchange(
      TomcatApp app, String method, String target, String accept, String form) {
    int port = URI.create(app.browser().address()).getPort();
    String request =
        method
            + " "
            + target
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAccept: "
            + accept
            + "\r\n"
            + (form == null
                ? "\r\n"
                : "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                    + form.length()
                    + "\r\n\r\n"
                    + form);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return answer
          .replaceAll("\r\nDate: [^\r]*", "")
          .replaceAll("<code>\\w{10}</code>|\"reference\":\"\\w{10}\"", "REFERENCE");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
