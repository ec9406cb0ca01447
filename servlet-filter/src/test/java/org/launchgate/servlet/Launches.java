package org.launchgate.servlet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.launchgate.Arrival;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchVerifier;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;
import org.launchgate.Verdict;
import org.launchgate.partner.ConfiguredPartners;
import org.launchgate.profile.LaunchProfile;
import org.launchgate.profile.Profiles;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.Partner;

/** Good tokens of this moment, and contexts made of them the only way there is: by verifying. */
final class Launches {
  private Launches() {}

  /** A ZorgDomein token with an id of its own. */
  static TokenBuilder zorgdomein() {
    return TestPartner.zorgdomeinToken(
        UUID.randomUUID().toString(), Instant.now().getEpochSecond());
  }

  /** The same for a patient of that id, null for none. */
  static TokenBuilder patient(String id) {
    return id == null
        ? zorgdomein().without("context.patient-id")
        : zorgdomein().claim("context.patient-id", id);
  }

  /** The same for another user. */
  static TokenBuilder user(String value) {
    return zorgdomein().claim("user-id.value", value);
  }

  /** An ExorLive token with an id of its own, of a user with that name and value. */
  static TokenBuilder exorlive(String value, String givenName, String familyName) {
    return TestPartner.exorliveToken()
        .claim("jti", UUID.randomUUID().toString())
        .claim("employeeId", value)
        .claim("employeeFirstname", givenName)
        .claim("employeeLastname", familyName);
  }

  static LaunchContext context(TokenBuilder token) {
    return verify(token.token(), Arrival.query("token"));
  }

  /** An ExorLive launch: names, a national id, a birth date. */
  static LaunchContext exorlive() {
    return verify(TestPartner.exorliveToken().token(), Arrival.form("payload"));
  }

  static LaunchContext exorlive(TokenBuilder token) {
    return verify(token.token(), Arrival.form("payload"));
  }

  /** A launch of a profile that maps names only: its patient has no id at all. */
  static LaunchContext patientWithoutIds(String familyName) {
    TokenBuilder token = TestPartner.exorliveToken().nested("contact", "lastname", familyName);
    Partner partner =
        Partner.builder("tatooine", profileWithoutPatientIds())
            .algorithms(Set.of(SigningAlgorithm.HS256))
            .keys(TestPartner.exorlive().keys())
            .build();
    return verify(ConfiguredPartners.of(List.of(partner)), token.token(), Arrival.form("payload"));
  }

  private static LaunchProfile profileWithoutPatientIds() {
    try (InputStream in = LaunchProfile.class.getResourceAsStream("exorlive.json")) {
      String json =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replaceAll("(?m)^.*\"patient\\.(id|nationalId)\".*$", "");
      return Profiles.read("test", json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LaunchContext verify(String token, Arrival arrival) {
    return verify(TestPartner.both(), token, arrival);
  }

  private static LaunchContext verify(ConfiguredPartners partners, String token, Arrival arrival) {
    Verdict verdict = LaunchVerifier.builder().partners(partners).build().verify(token, arrival);
    if (verdict instanceof Verdict.Accepted accepted) {
      return accepted.context();
    }
    throw new IllegalStateException(verdict.toString());
  }
}
