package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.TIME;
import static org.launchgate.example.attack.trial.Need.KEY;
import static org.launchgate.example.attack.trial.Need.MAX_AGE;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.launchgate.example.attack.token.Json;
import org.launchgate.example.attack.token.Json.Raw;
import org.launchgate.example.attack.trial.Attack;

/** Times that are none. */
public final class TimeFormAttacks {
  private static final String NUMBER = "RFC 7519 2; V-26";

  /** What is no NumericDate, whichever claim it stands in. */
  private static final List<Object> NO_NUMBERS =
      List.of(
          "now", "1", "", true, Json.NULL, List.of(), List.of(1), Map.of(), "2026-01-01T00:00:00Z");

  /** Numbers that overflow, or are no moment of a calendar. */
  private static final List<Raw> NO_MOMENTS =
      raw(
          "-1",
          "-1e10",
          "1e30",
          "1e300",
          "9007199254740993",
          "9223372036854775807",
          "9223372036854775808",
          "18446744073709551616",
          "253402300800",
          "1e15",
          "-9223372036854775808");

  private TimeFormAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(
        issuedAtForm(),
        issuedAtRange(),
        expiryForm(),
        expiryRange(),
        notBeforeForm(),
        notBeforeRange(),
        milliseconds(),
        wrapped(),
        fraction());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(TIME, id, description, source).needs(KEY);
  }

  private static List<Raw> raw(String... texts) {
    return Arrays.stream(texts).map(Raw::new).toList();
  }

  private static Attack milliseconds() {
    return attack("time-millis", "issued in milliseconds", NUMBER)
        .token("iat", s -> Claims.with(s, "iat", s.now() * 1000))
        .token("exp", s -> Claims.with(s, "exp", (s.now() + 60) * 1000))
        .token("nbf", s -> Claims.with(s, "nbf", s.now() * 1000));
  }

  private static Attack wrapped() {
    return attack("time-wrapped", "issued now, where a number overflows", NUMBER)
        .tokens(
            List.of(32, 63, 64, 128),
            (s, bits) ->
                Claims.with(s, "iat", BigInteger.TWO.pow(bits).add(BigInteger.valueOf(s.now()))))
        .token("31 bits, negative", s -> Claims.with(s, "iat", s.now() - (1L << 32)));
  }

  private static Attack issuedAtForm() {
    return attack("time-iat-type", "iat is no number", NUMBER)
        .tokens(NO_NUMBERS, (s, iat) -> Claims.with(s, "iat", iat))
        .token("now, as text", s -> Claims.with(s, "iat", String.valueOf(s.now())))
        .token("now, in a list", s -> Claims.with(s, "iat", List.of(s.now())));
  }

  private static Attack issuedAtRange() {
    return attack("time-iat-range", "iat is no moment", NUMBER)
        .tokens(NO_MOMENTS, (s, iat) -> Claims.with(s, "iat", iat))
        .tokens(raw("0", "-0", "1", "0.5"), (s, iat) -> Claims.with(s, "iat", iat));
  }

  private static Attack fraction() {
    return attack("time-fraction", "wrong by a fraction more", NUMBER)
        .needs(MAX_AGE)
        .token("too old", s -> Claims.with(s, "iat", new Raw((s.now() - 302) + ".999")))
        .token("too old, as a power", s -> Claims.with(s, "iat", new Raw((s.now() - 400) + "e0")))
        .token("of the future", s -> Claims.with(s, "iat", new Raw((s.now() + 600) + ".001")));
  }

  private static Attack expiryForm() {
    return attack("time-exp-type", "exp is no number", NUMBER)
        .tokens(NO_NUMBERS, (s, exp) -> Claims.with(s, "exp", exp))
        .token("later, as text", s -> Claims.with(s, "exp", String.valueOf(s.now() + 60)));
  }

  private static Attack expiryRange() {
    return attack("time-exp-range", "exp is no moment", NUMBER)
        .tokens(NO_MOMENTS, (s, exp) -> Claims.with(s, "exp", exp));
  }

  private static Attack notBeforeForm() {
    return attack("time-nbf-type", "nbf is no number", NUMBER)
        .tokens(NO_NUMBERS, (s, nbf) -> Claims.with(s, "nbf", nbf));
  }

  private static Attack notBeforeRange() {
    return attack("time-nbf-range", "nbf is no moment", NUMBER)
        .tokens(NO_MOMENTS, (s, nbf) -> Claims.with(s, "nbf", nbf));
  }
}
