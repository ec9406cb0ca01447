package org.launchgate.servlet;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.launchgate.TokenBuilder;
import org.launchgate.servlet.WindowOracle.Focus;
import org.launchgate.servlet.WindowOracle.Launch;

/** The tokens of two partners whose secrets a test knows. */
record WindowTokens(Clock clock, Map<String, SecretKey> secrets) {
  static final List<String> PARTNERS = List.of("alpha", "beta");
  static final List<String> USERS = List.of("ann", "bob", "carl");

  private static final List<String> ORGANIZATIONS = List.of("o1", "o2");
  private static final List<String> PATIENTS = List.of("p1", "p2", "p3", "p4", "p5");

  /** A good token of this moment about anybody. */
  Launch next(Random random, String user) {
    Focus focus =
        new Focus(any(random, PARTNERS), any(random, ORGANIZATIONS), any(random, PATIENTS));
    Instant issuedAt = Instant.ofEpochSecond(clock.instant().getEpochSecond());
    return new Launch(compact(user, focus, issuedAt), user, focus, issuedAt);
  }

  private static String any(Random random, List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private String compact(String user, Focus focus, Instant issuedAt) {
    return new TokenBuilder()
        .header("alg", "HS256")
        .header("kid", focus.partner())
        .claim("jti", UUID.randomUUID().toString())
        .claim("iat", issuedAt.getEpochSecond())
        .claim("employeeId", user + "-at-" + focus.partner())
        .claim("organizationId", focus.organization())
        .nested("contact", "id", focus.patient())
        .signedBy(secrets.get(focus.partner()))
        .token();
  }
}
