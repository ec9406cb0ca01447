package org.launchgate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;

/** The sending side of an HTI launch, for tests: a portal, and tokens of both versions. */
public final class HtiPartner {
  public static final String ISSUER = "https://portal.example.com";
  public static final String AUDIENCE = "module.example.com";
  public static final String KEY_ID = "portal-1";
  public static final Arrival TOKEN = Arrival.form("token");

  private static final AtomicInteger TOKEN_IDS = new AtomicInteger();

  private HtiPartner() {}

  /** The portal, under one of the built-in profiles. */
  public static Partner.Builder builder(String profile) {
    return Partner.builder("portal", TestPartner.profile(profile))
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .keys(
            List.of(
                PartnerKey.of(
                    KEY_ID, TestPartner.RSA.getPublic(), Set.of(SigningAlgorithm.RS256))));
  }

  /** A good HTI 2.0 token of that moment: a practitioner opens a task of a patient. */
  public static TokenBuilder version20(long now) {
    return registered(now)
        .claim("sub", "Practitioner/82421")
        .claim("resource", "Task/11")
        .claim("definition", "https://module.example.com/definitions/walk")
        .claim("patient", "Patient/400")
        .claim("intent", "plan");
  }

  /** A good HTI 1.1 token of that moment, as its document prints one: without {@code sub}. */
  public static TokenBuilder version11(long now) {
    return registered(now)
        .nested("task", "resourceType", "Task")
        .nested("task", "id", "11")
        .nested("task", "instantiatesCanonical", "https://module.example.com/definitions/walk")
        .nested("task", "status", "requested")
        .nested("task", "intent", "plan")
        .nested("task", "for", Map.of("reference", "Patient/400"));
  }

  private static TokenBuilder registered(long now) {
    return new TokenBuilder()
        .header("alg", "RS256")
        .header("typ", "JWT")
        .header("kid", KEY_ID)
        .claim("iss", ISSUER)
        .claim("aud", AUDIENCE)
        .claim("jti", "hti-" + TOKEN_IDS.incrementAndGet())
        .claim("iat", now)
        .claim("exp", now + 300)
        .signedBy(TestPartner.RSA.getPrivate());
  }
}
