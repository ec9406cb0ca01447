package org.launchgate.demo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Tatooine Clinic sends what ExorLive's specification prints. */
class ClinicTokensTest {
  private static final PartnerKeys KEYS = PartnerKeys.generate();
  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
  private static final ClinicPatient YODA = ClinicPatient.ALL.get(0);

  private final ClinicTokens tokens = new ClinicTokens(KEYS, Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void tokenOfTheExampleIsTheExample() throws Exception {
    ReadToken token = new ReadToken(tokens.token(YODA));
    assertThat(token.header()).isEqualTo("{\"alg\":\"HS256\",\"kid\":\"1329879584\"}");
    assertThat(token.payload())
        .isEqualTo(
            """
            {"employeeId":"2f3fb098",\
            "employeeUsername":"mando",\
            "employeeFirstname":"Mando",\
            "employeeLastname":"Lorian",\
            "employeeEmail":"",\
            "organizationName":"Tatooine",\
            "organizationId":"ace615c2",\
            "contact":{\
            "id":"2f3fb098",\
            "birthdate":"1969-11-13",\
            "ssn":"13116900216",\
            "gender":"male",\
            "firstname":"Baby",\
            "middlename":"",\
            "lastname":"Yoda",\
            "mobile":"99900000",\
            "email":"",\
            "diagnosis":"L02"}}""");
    assertThat(token.isSignedBy(KEYS.clinic().key())).isTrue();
  }

  @Test
  void onePatientGivesTheSameTokenEveryTime() {
    assertThat(tokens.token(YODA)).isEqualTo(tokens.token(YODA));
  }

  @Test
  void faultyTokensNeverStandInTheWayOfAGoodOne() throws Exception {
    String first = new ReadToken(tokens.faulty(Fault.REPLAYED)).payload();
    assertThat(first).isNotEqualTo(new ReadToken(tokens.token(YODA)).payload());
    assertThat(first).isNotEqualTo(new ReadToken(tokens.faulty(Fault.REPLAYED)).payload());
  }

  @Test
  void expiredTokenIsGenuine() throws Exception {
    ReadToken token = new ReadToken(tokens.faulty(Fault.EXPIRED));
    assertThat(token.claims().get("exp").longValue()).isEqualTo(NOW.getEpochSecond() - 301);
    assertThat(token.isSignedBy(KEYS.clinic().key())).isTrue();
  }

  @Test
  void replayedTokenIsGoodAndRememberedForMinutes() throws Exception {
    ReadToken token = new ReadToken(tokens.faulty(Fault.REPLAYED));
    assertThat(token.claims().get("exp").longValue()).isEqualTo(NOW.getEpochSecond() + 600);
    assertThat(token.isSignedBy(KEYS.clinic().key())).isTrue();
  }

  @Test
  void tamperedAndUnknownAreNotSignedByTheClinic() throws Exception {
    assertThat(new ReadToken(tokens.faulty(Fault.TAMPERED)).isSignedBy(KEYS.clinic().key()))
        .isFalse();
    assertThat(new ReadToken(tokens.faulty(Fault.UNKNOWN_KEY)).isSignedBy(KEYS.clinic().key()))
        .isFalse();
  }
}
