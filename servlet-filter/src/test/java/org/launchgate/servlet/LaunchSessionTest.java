package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.launchgate.LaunchContext;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;
import org.launchgate.spi.LaunchUnavailableException;

/** What a session keeps of its launches, and what happens to sessions that end meanwhile. */
class LaunchSessionTest {

  private static LaunchContext patient(String id) {
    return Launches.context(Launches.patient(id));
  }

  private static LaunchContext national(String id, String nationalId) {
    TokenBuilder token = TestPartner.exorliveToken().nested("contact", "id", id);
    return Launches.exorlive(
        nationalId == null
            ? token.withoutNested("contact", "ssn")
            : token.nested("contact", "ssn", nationalId));
  }

  @Nested
  class Redeemed {
    @Test
    void launchOfThePatientInFocusStaysRedeemed() {
      LaunchContext first = patient("a");
      LaunchContext second = patient("a");
      LaunchSession session = LaunchSession.of(first).then(second);
      assertThat(session.context()).isSameAs(second);
      assertThat(session.isRedeemed(first.launchId())).isTrue();
      assertThat(session.isRedeemed(second.launchId())).isTrue();
      assertThat(session.isRedeemed(patient("a").launchId())).isFalse();
    }

    @Test
    void launchOfAnotherPatientEndsIt() {
      LaunchContext first = patient("a");
      LaunchContext second = patient("b");
      LaunchSession session = LaunchSession.of(first).then(second);
      assertThat(session.isRedeemed(first.launchId())).isFalse();
      assertThat(session.isRedeemed(second.launchId())).isTrue();
      assertThat(session.then(patient("a")).isRedeemed(first.launchId())).isFalse();
    }

    @Test
    void launchForAnotherOrganisationEndsIt() {
      LaunchContext first = Launches.exorlive(organisation("o1"));
      LaunchSession session = LaunchSession.of(first).then(Launches.exorlive(organisation("o2")));
      assertThat(session.isRedeemed(first.launchId())).isFalse();
    }

    private static TokenBuilder organisation(String id) {
      return TestPartner.exorliveToken().claim("organizationId", id);
    }

    @Test
    void launchesWithoutAPatientStayRedeemed() {
      LaunchContext first = patient(null);
      LaunchContext second = patient(null);
      assertThat(first.patient()).isEmpty();
      LaunchSession session = LaunchSession.of(first).then(second);
      assertThat(session.isRedeemed(first.launchId())).isTrue();
      assertThat(session.isRedeemed(second.launchId())).isTrue();
    }

    @Test
    void launchWithAPatientAndOneWithoutEndEachOther() {
      LaunchContext with = patient("a");
      LaunchContext without = patient(null);
      assertThat(LaunchSession.of(with).then(without).isRedeemed(with.launchId())).isFalse();
      assertThat(LaunchSession.of(without).then(with).isRedeemed(without.launchId())).isFalse();
    }

    @Test
    void patientsWithNamesOnlyAreNeverKnownToBeOne() {
      LaunchContext first = Launches.patientWithoutIds("Yoda");
      LaunchContext second = Launches.patientWithoutIds("Organa");
      assertThat(first.patient()).isPresent();
      assertThat(LaunchSession.of(first).then(second).isRedeemed(first.launchId())).isFalse();
    }

    @Test
    void patientsDifferWhenOneOfTheirIdsDoes() {
      LaunchContext first = national("a", "13116900216");
      assertThat(LaunchSession.of(first).then(national("a", null)).isRedeemed(first.launchId()))
          .isFalse();
      assertThat(
              LaunchSession.of(first)
                  .then(national("b", "13116900216"))
                  .isRedeemed(first.launchId()))
          .isFalse();
    }

    @Test
    void listDoesNotGrowForEver() {
      LaunchContext first = patient("a");
      LaunchSession session = LaunchSession.of(first);
      for (int i = 0; i < 60; i++) {
        session = session.then(patient("a"));
      }
      assertThat(session.redeemed()).hasSize(50);
      assertThat(session.isRedeemed(first.launchId())).isFalse();
      assertThat(session.isRedeemed(session.context().launchId())).isTrue();
    }
  }

  @Test
  void sessionSurvivesSerialization() throws Exception {
    LaunchSession session = LaunchSession.of(Launches.exorlive());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(session);
    LaunchSession read =
        (LaunchSession)
            new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    assertThat(read.principal()).isEqualTo(session.principal());
    assertThat(read.redeemed()).isEqualTo(session.redeemed());
    assertThat(read.context().patient().orElseThrow().familyName()).contains("Yoda");
  }

  @Test
  void toStringShowsNothingPersonal() {
    assertThat(LaunchSession.of(Launches.exorlive()).toString())
        .doesNotContain("Yoda", "Mando", "13116900216", "2f3fb098");
  }

  /** A container in which another request ends sessions at the worst moment. */
  @Nested
  class Races {
    private final Map<String, Object> attributes = new HashMap<>();
    private int ended;
    private boolean alive;

    private HttpSession session(int endings) {
      return Stub.of(HttpSession.class)
          .answer("getAttribute", a -> attributes.get(a[0]))
          .answer(
              "setAttribute",
              a -> {
                if (ended++ < endings) {
                  attributes.clear();
                  alive = false;
                  throw new IllegalStateException("ended meanwhile");
                }
                return attributes.put((String) a[0], a[1]);
              })
          .stub();
    }

    private HttpServletRequest request(int endings) {
      HttpSession session = session(endings);
      return Stub.of(HttpServletRequest.class)
          .answer(
              "getSession",
              a -> {
                alive |= (Boolean) a[0];
                return alive ? session : null;
              })
          .answer("changeSessionId", "new")
          .stub();
    }

    @Test
    void sessionThatEndsWhileALaunchIsStoredIsReplaced() {
      LaunchContext context = patient("a");
      new LaunchSessions().establish(request(2), context);
      assertThat(((LaunchSession) attributes.get(LaunchSessions.ATTRIBUTE)).context())
          .isSameAs(context);
    }

    @Test
    void sessionOfTheSameUserThatEndsMeanwhileIsReplaced() {
      alive = true;
      attributes.put(LaunchSessions.ATTRIBUTE, LaunchSession.of(patient("a")));
      LaunchContext context = patient("b");
      new LaunchSessions().establish(request(1), context);
      assertThat(((LaunchSession) attributes.get(LaunchSessions.ATTRIBUTE)).context())
          .isSameAs(context);
    }

    @Test
    void containerThatKeepsNoSessionIsUnavailable() {
      assertThatThrownBy(() -> new LaunchSessions().establish(request(99), patient("a")))
          .isInstanceOf(LaunchUnavailableException.class);
    }

    @Test
    void endedSessionHoldsNothing() {
      HttpSession ended =
          Stub.of(HttpSession.class)
              .answer("getAttribute", Races::fail)
              .answer("removeAttribute", Races::fail)
              .stub();
      HttpServletRequest request =
          Stub.of(HttpServletRequest.class).answer("getSession", ended).stub();
      assertThat(new LaunchSessions().current(request)).isEmpty();
      assertThat(new LaunchSessions().isFirstConflict(request)).isFalse();
      LaunchSessions.end(ended);
      LaunchSessions.end(null);
    }

    private static Object fail(Object[] arguments) {
      throw new IllegalStateException("ended");
    }

    @Test
    void attributeOfAnotherVersionOfTheApplicationIsNoLaunch() {
      alive = true;
      attributes.put(LaunchSessions.ATTRIBUTE, "left over from before the update");
      assertThat(new LaunchSessions().current(request(0))).isEmpty();
    }
  }
}
