package org.launchgate.servlet;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.launchgate.TokenBuilder;
import org.launchgate.fuzzing.Demand;
import org.launchgate.fuzzing.LogLines;
import org.launchgate.fuzzing.Senders;

/** A request to the application, launch or not. */
class RequestFuzz {
  /** What is answered on the launch path, and nothing else ever is. */
  private static final Set<Integer> STATUSES = Set.of(200, 204, 303, 403, 405, 413, 415, 503);

  /** How a token begins, and enough of it to be of use. */
  private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_.-]{17,}");

  private static final LogLines LOG = new LogLines();
  private static final Deployment DEPLOYMENT = new Deployment();

  private static final String TICKET = "/app/launch?launch_ticket=";
  private static final String TOLD = "{\"url\":\"https://portal.example" + TICKET;

  /**
   * On the launch path a request gets one of few answers, none of which shows a token; anywhere
   * else it goes on to the application untouched.
   */
  @MethodSource("requests")
  @FuzzTest
  void launch(byte[] input) {
    RawRequest raw = RawRequest.of(input);
    Exchange exchange = new Exchange(raw);
    List<String> handedOn = new ArrayList<>();
    DEPLOYMENT.answer(exchange, (request, response) -> handedOn.add("request"));
    if (isLaunch(raw.path())) {
      Demand.that(handedOn.isEmpty(), "a launch that reaches the application");
      answered(exchange);
    } else {
      Demand.that(handedOn.size() == 1, "a request that does not reach the application once");
      Demand.that(exchange.answer().isEmpty(), "an answer to what is no launch");
    }
    showsNoToken(exchange, input);
  }

  private static boolean isLaunch(String path) {
    return path.equals("/launch") || path.startsWith("/launch/");
  }

  private static void answered(Exchange exchange) {
    Demand.that(STATUSES.contains(exchange.status()), "the status " + exchange.status());
    Demand.that(
        !exchange.hasLaunch() || exchange.location().equals("/app/home"), "a launch elsewhere");
    Demand.that(
        exchange.hasLaunch() || exchange.status() != 303 || exchange.location().startsWith(TICKET),
        "a redirect without a launch or a ticket");
    Demand.that(exchange.status() == 303 || !exchange.hasLaunch(), "a launch that leads nowhere");
    Demand.that(
        exchange.status() != 200 || exchange.answer().contains(TOLD), "a page without a launch");
    Demand.that(exchange.headers().contains("Cache-Control: no-store\n"), "it could be stored");
    exchange.headers().lines().forEach(Demand::oneLine);
  }

  private static void showsNoToken(Exchange exchange, byte[] input) {
    List<String> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(new String(input, StandardCharsets.ISO_8859_1));
    while (token.find()) {
      tokens.add(token.group());
    }
    Demand.showsNone(exchange.answer(), tokens);
    for (String line : LOG.taken()) {
      Demand.oneLine(line);
      Demand.showsNone(line, tokens);
    }
  }

  static Stream<byte[]> requests() {
    TokenBuilder good = Senders.tokens().get("exorlive");
    String token = good.token();
    String ofLinking = good.claim("iss", "Linking").token();
    return Stream.of(
            post("/launch", "application/x-www-form-urlencoded", "a=%41&payload=" + token),
            post("/launch", "application/json; charset=utf-8", "{\"payload\":\"" + token + "\"}"),
            post("/launch/posting", "application/jwt", token),
            "GET /launch/linking?token=" + ofLinking + "\nAccept: application/json\n\n",
            "GET /launch?token=" + token + "&token=&payload=x\nSec-Purpose: prefetch;prerender\n\n",
            "POST /launch?payload=x\nContent-Type: application/x-www-form-urlencoded\nConsumed: y"
                + "\nContent-Encoding: identity\nAccept: text/html;q=0.9, application/problem+json"
                + "\n\npayload="
                + token,
            "OPTIONS /launch\nPlain-Http: y\n\n",
            "GET /launch\nPlain-Http: y\nX-Forwarded-For: 192.0.2.7\n\n",
            "DELETE /launch/a/b\n\n",
            "GET /patients?id=1\n\n")
        .map(request -> request.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String post(String path, String type, String body) {
    return "POST " + path + "\nContent-Type: " + type + "\n\n" + body;
  }
}
