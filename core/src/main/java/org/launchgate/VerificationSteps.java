package org.launchgate;

import static org.launchgate.RefusalReason.ALGORITHM_NOT_ALLOWED;
import static org.launchgate.RefusalReason.ARRIVAL_NOT_ALLOWED;
import static org.launchgate.RefusalReason.CLAIM_MALFORMED;
import static org.launchgate.RefusalReason.CLAIM_MISSING;
import static org.launchgate.RefusalReason.ENCRYPTION_REQUIRED;
import static org.launchgate.RefusalReason.KEY_ID_MISSING;
import static org.launchgate.RefusalReason.ORGANIZATION_NOT_ALLOWED;
import static org.launchgate.RefusalReason.ORIGIN_NOT_ALLOWED;
import static org.launchgate.RefusalReason.PARTNER_REPORT_ONLY;
import static org.launchgate.RefusalReason.PARTNER_UNKNOWN;
import static org.launchgate.RefusalReason.REPLAYED;
import static org.launchgate.RefusalReason.TYPE_NOT_ALLOWED;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.launchgate.profile.Carrier;
import org.launchgate.profile.Channel;
import org.launchgate.profile.ContextField;
import org.launchgate.profile.HeaderRules;
import org.launchgate.profile.LaunchProfile;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.KeyResolver;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerDirectory;
import org.launchgate.spi.PartnerHints;
import org.launchgate.spi.ReplayStore;

/**
 * The checks in their order: size and shape, decryption, partner, algorithm, key, signature,
 * claims, policy, lateness, replay. Each returns null when it has nothing against the token. It
 * stands beside {@link LaunchContext} because nothing else may make one.
 */
final class VerificationSteps {
  private final TokenDecryption decryption;
  private final PartnerDirectory partners;
  private final SignatureStep signature;
  private final ReplayStep replay;
  private final Clock clock;
  private final Duration skew;
  private final int maxTokenBytes;
  private final WantedClaims wanted = new WantedClaims();

  VerificationSteps(
      TokenDecryption decryption,
      PartnerDirectory partners,
      KeyResolver keys,
      ReplayStore replayStore,
      Clock clock,
      Duration skew,
      int maxTokenBytes) {
    this.decryption = decryption;
    this.partners = partners;
    this.signature = new SignatureStep(keys);
    this.replay = new ReplayStep(replayStore);
    this.clock = clock;
    this.skew = skew;
    this.maxTokenBytes = maxTokenBytes;
  }

  Verdict verify(String text, Arrival arrival) {
    ReadToken read = decryption.read(text, maxTokenBytes);
    if (read instanceof ReadToken.Unreadable unreadable) {
      return refused(unreadable.refusal());
    }
    CompactToken token = (CompactToken) read;
    if (!isFitHint(token)) {
      return refused(Refusal.of(CLAIM_MALFORMED, "iss: expected a text of at most 255 characters"));
    }
    PartnerHints hints = hints(token, arrival);
    Optional<Partner> partner =
        hints.path().filter(id -> !Partner.isId(id)).isPresent()
            ? Optional.empty() // a directory may hand on what it is asked, to a database and so on
            : Outside.ask("partner directory", () -> partners.find(hints));
    if (partner.isEmpty()) {
      return refused(Refusal.of(PARTNER_UNKNOWN, describe(hints)));
    }
    if (partner.get().encryptionRequired() && !EncryptedToken.hasItsShape(text)) {
      return refused(
          Refusal.of(ENCRYPTION_REQUIRED, "expected an encrypted token, found it bare")
              .atPartner(partner.get().id()));
    }
    return verify(token, arrival, partner.get());
  }

  private Verdict verify(CompactToken token, Arrival arrival, Partner partner) {
    Instant now = clock.instant();
    LaunchProfile profile = partner.profile().forClaims(token.claims());
    Refusal refusal =
        Checks.first(
            () -> checkArrival(arrival, profile),
            () -> checkHeader(token.header(), partner, profile),
            () -> signature.check(token, partner, now));
    return refusal != null
        ? refused(refusal.atPartner(partner.id()))
        : verifySigned(token, arrival, partner, profile, now);
  }

  private Verdict verifySigned(
      CompactToken token, Arrival arrival, Partner partner, LaunchProfile profile, Instant now) {
    TokenMarks marks = TokenMarks.of(token, profile);
    ClaimChecks claims = new ClaimChecks(token.claims(), partner, profile);
    Refusal refusal = Checks.first(claims::issuer, claims::audience);
    if (refusal != null) {
      LaunchRecord notForUs = new LaunchRecord(marks, new LaunchDetails(Map.of(), Set.of()));
      return new Verdict.Refused(refusal.signedBy(partner.id()), notForUs, null);
    }
    refusal = checkClaims(claims, token, partner, profile, now);
    if (refusal != null) {
      LaunchRecord fit = new LaunchRecord(marks, FitDetails.of(profile, token.claims()));
      return new Verdict.Refused(refusal.signedBy(partner.id()), fit, null);
    }
    LaunchDetails details = ContextMapping.map(profile.context(), token.claims());
    LaunchRecord launch = new LaunchRecord(marks, details);
    refusal =
        Checks.first(
            () -> checkUser(details),
            () -> checkPolicy(details, partner),
            () -> checkOrigin(arrival, partner));
    return refusal != null
        ? new Verdict.Refused(refusal.signedBy(partner.id()), launch, null)
        : claim(token, partner, profile, launch, now);
  }

  /** An issuer that is present is a text; the header's {@code kid} was checked with the header. */
  private static boolean isFitHint(CompactToken token) {
    return !token.claims().containsKey("iss")
        || "".equals(token.claims().get("iss"))
        || ClaimText.isFit(token.claims().get("iss"));
  }

  private static PartnerHints hints(CompactToken token, Arrival arrival) {
    return new PartnerHints(
        arrival.partner(), Optional.ofNullable(issuer(token)), token.header().keyId());
  }

  private static @Nullable String issuer(CompactToken token) {
    return token.claims().get("iss") instanceof String text && !text.isEmpty() ? text : null;
  }

  private static String describe(PartnerHints hints) {
    return "expected a configured partner, found path "
        + (hints.path().isPresent() ? "another" : "none")
        + ", iss "
        + hints.issuer().map(LogText::name).orElse("none")
        + ", kid "
        + hints.keyId().map(LogText::name).orElse("none");
  }

  private static String shown(Carrier carrier) {
    return carrier.field()
        + " in "
        + carrier.channels().stream().map(Channel::text).sorted().toList();
  }

  private static @Nullable Refusal checkArrival(Arrival arrival, LaunchProfile profile) {
    return profile.travelsIn(arrival.field(), arrival.channel())
        ? null
        : Refusal.of(
            ARRIVAL_NOT_ALLOWED,
            "expected "
                + profile.carriers().stream().map(VerificationSteps::shown).toList()
                + ", found a "
                + arrival.channel().text());
  }

  static @Nullable Refusal checkHeader(TokenHeader header, Partner partner, LaunchProfile profile) {
    if (!isTypeAllowed(header, profile.header())) {
      return Refusal.of(
          TYPE_NOT_ALLOWED,
          "typ: expected " + profile.header().types() + ", found another or none");
    }
    List<SigningAlgorithm> agreed =
        partner.algorithms().stream().filter(profile.algorithms()::contains).sorted().toList();
    if (SigningAlgorithm.of(header.algorithm()).filter(agreed::contains).isEmpty()) {
      return Refusal.of(
          ALGORITHM_NOT_ALLOWED,
          "alg: expected one of " + agreed + ", found " + known(header.algorithm()));
    }
    return profile.keyIdRequired() && header.keyId().isEmpty()
        ? Refusal.of(KEY_ID_MISSING, "kid: expected the key's id in the header, found none")
        : null;
  }

  private static boolean isTypeAllowed(TokenHeader header, HeaderRules rules) {
    return header
        .type()
        .map(type -> rules.types().contains(type.toLowerCase(Locale.ROOT)))
        .orElse(!rules.typeRequired());
  }

  /** Only a name that is known is shown: anything may stand there. */
  private static String known(String algorithm) {
    return algorithm.equals("none") || SigningAlgorithm.of(algorithm).isPresent()
        ? algorithm
        : "another";
  }

  private @Nullable Refusal checkClaims(
      ClaimChecks claims, CompactToken token, Partner partner, LaunchProfile profile, Instant now) {
    return Checks.first(
        () -> TokenTimes.checkForm(token.claims()),
        () -> times(token, profile).check(now),
        claims::tokenId,
        () -> claims.profile(claim -> wanted.absent(partner.id(), claim)),
        () -> IdentifierChecks.check(profile.context(), token.claims()),
        () -> RoleClaim.check(profile.roles(), token.claims()));
  }

  private TokenTimes times(CompactToken token, LaunchProfile profile) {
    return TokenTimes.of(token.claims(), profile.time(), skew);
  }

  /** A profile may take the user from one of several claims, all of which may be absent. */
  private static @Nullable Refusal checkUser(LaunchDetails details) {
    return details.get(ContextField.USER_VALUE).isPresent()
        ? null
        : Refusal.of(CLAIM_MISSING, "expected a claim that names the user, found none");
  }

  private static @Nullable Refusal checkPolicy(LaunchDetails details, Partner partner) {
    String organization = details.get(ContextField.ORGANIZATION_VALUE).orElse("");
    String system = details.get(ContextField.ORGANIZATION_SYSTEM).orElse("");
    return partner.allowsOrganization(system, organization)
        ? null
        : Refusal.of(
            ORGANIZATION_NOT_ALLOWED,
            "expected one of the partner's \"organizations\", found " + LogText.name(organization));
  }

  /** A script's launch is the browser's business: it does not hand on an answer that it may not. */
  private static @Nullable Refusal checkOrigin(Arrival arrival, Partner partner) {
    return arrival.channel() != Channel.FORM
            || arrival.origin().filter(origin -> !partner.allowsLaunchFrom(origin)).isEmpty()
        ? null
        : Refusal.of(
            ORIGIN_NOT_ALLOWED,
            "expected a page of the partner's \"launchOrigins\", found another");
  }

  /** Last, so that only a genuine token costs memory, and nobody burns another one's id. */
  private Verdict claim(
      CompactToken token,
      Partner partner,
      LaunchProfile profile,
      LaunchRecord launch,
      Instant now) {
    String tokenId = launch.marks().tokenId();
    LaunchId launchId = TokenIdentity.of(partner.id(), issuer(token), tokenId, token);
    TokenTimes times = times(token, profile);
    Refusal late = times.checkLateness(now);
    if (late != null) {
      return new Verdict.Refused(late.signedBy(partner.id()), launch, launchId);
    }
    ReplayStep.Retention retention =
        new ReplayStep.Retention(times, profile.replay(), tokenId != null);
    requireKnown(partner, launchId, launch, retention, now);
    if (replay.claim(partner.id(), launchId, retention, now)) {
      if (partner.reportOnly()) {
        return new Verdict.Refused(reportOnly(partner, launch), launch, launchId);
      }
      Set<String> roles = RoleClaim.roles(profile.roles(), token.claims(), partner.roles());
      LaunchEnvelope envelope =
          new LaunchEnvelope(
              partner.id(),
              launchId,
              launch.marks(),
              now,
              roles,
              partner.attributes(),
              partner.target().orElse(null));
      return new Verdict.Accepted(
          new LaunchContext(envelope, launch.details(), new LaunchClaims(token.claims())));
    }
    return new Verdict.Refused(
        Refusal.of(REPLAYED, "expected a launch for the first time, found launch " + launchId)
            .signedBy(partner.id()),
        launch,
        launchId);
  }

  /** Says what a launch would have given the application: which fields, and none of the values. */
  private static Refusal reportOnly(Partner partner, LaunchRecord launch) {
    return Refusal.of(
            PARTNER_REPORT_ONLY,
            "verified, not switched on yet: the launch is in order and would give "
                + launch.details().values().keySet().stream().map(ContextField::path).toList())
        .signedBy(partner.id());
  }

  /** A use before the store's memory began would be unknown to it. */
  private void requireKnown(
      Partner partner,
      LaunchId launchId,
      LaunchRecord launch,
      ReplayStep.Retention retention,
      Instant now) {
    Instant issuedAt = retention.times().issuedAt();
    if (issuedAt == null) {
      return; // nothing is known about it
    }
    Optional<Instant> since = replay.blindBefore(issuedAt, retention, now);
    if (since.isPresent()) {
      throw new LaunchAgainException(partner.id(), issuedAt, since.get(), launchId, launch);
    }
  }

  private static Verdict refused(Refusal refusal) {
    return new Verdict.Refused(refusal);
  }
}
