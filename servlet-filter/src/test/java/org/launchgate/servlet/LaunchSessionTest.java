package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.launchgate.LaunchContext;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;
import org.launchgate.spi.LaunchUnavailableException;

/** What a session keeps of its launches, and what happens to sessions that end meanwhile. */
class LaunchSessionTest {
  private static final String ID = "AAAAAAAAAAAAAAAA";

  private static LaunchWindow window(LaunchContext context) {
    return LaunchWindow.open(
        ID, context, context.roles(), List.of(context.launchId().value()), "/");
  }

  /** The window after that launch where it shows the same; where not, it is another window. */
  private static LaunchWindow then(LaunchWindow window, LaunchContext next) {
    return window.isSameFocus(next)
        ? window.then(next, next.roles(), List.of(next.launchId().value()), "/")
        : window(next);
  }

  private static boolean isRedeemed(LaunchWindow window, LaunchContext launch) {
    return window.isRedeemed(launch.launchId().value());
  }

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
      LaunchWindow session = then(window(first), second);
      assertThat(session.context()).isSameAs(second);
      assertThat(isRedeemed(session, first)).isTrue();
      assertThat(isRedeemed(session, second)).isTrue();
      assertThat(isRedeemed(session, patient("a"))).isFalse();
    }

    @Test
    void launchOfAnotherPatientEndsIt() {
      LaunchContext first = patient("a");
      LaunchContext second = patient("b");
      LaunchWindow session = then(window(first), second);
      assertThat(isRedeemed(session, first)).isFalse();
      assertThat(isRedeemed(session, second)).isTrue();
      assertThat(isRedeemed(then(session, patient("a")), first)).isFalse();
    }

    @Test
    void launchForAnotherOrganisationEndsIt() {
      LaunchContext first = Launches.exorlive(organisation("o1"));
      LaunchWindow session = then(window(first), Launches.exorlive(organisation("o2")));
      assertThat(isRedeemed(session, first)).isFalse();
    }

    private static TokenBuilder organisation(String id) {
      return TestPartner.exorliveToken().claim("organizationId", id);
    }

    @Test
    void launchesWithoutAPatientStayRedeemed() {
      LaunchContext first = patient(null);
      LaunchContext second = patient(null);
      assertThat(first.patient()).isEmpty();
      LaunchWindow session = then(window(first), second);
      assertThat(isRedeemed(session, first)).isTrue();
      assertThat(isRedeemed(session, second)).isTrue();
    }

    @Test
    void launchWithAPatientAndOneWithoutEndEachOther() {
      LaunchContext with = patient("a");
      LaunchContext without = patient(null);
      assertThat(isRedeemed(then(window(with), without), with)).isFalse();
      assertThat(isRedeemed(then(window(without), with), without)).isFalse();
    }

    @Test
    void patientsWithNamesOnlyAreNeverKnownToBeOne() {
      LaunchContext first = Launches.patientWithoutIds("Yoda");
      LaunchContext second = Launches.patientWithoutIds("Organa");
      assertThat(first.patient()).isPresent();
      assertThat(isRedeemed(then(window(first), second), first)).isFalse();
    }

    @Test
    void patientsDifferWhenOneOfTheirIdsDoes() {
      LaunchContext first = national("a", "13116900216");
      assertThat(isRedeemed(then(window(first), national("a", null)), first)).isFalse();
      assertThat(isRedeemed(then(window(first), national("b", "13116900216")), first)).isFalse();
    }

    @Test
    void listDoesNotGrowForEver() {
      LaunchContext first = patient("a");
      LaunchWindow session = window(first);
      for (int i = 0; i < 50; i++) {
        session = then(session, patient("a"));
      }
      assertThat(isRedeemed(session, first)).isFalse();
      assertThat(isRedeemed(session, session.context())).isTrue();
    }
  }

  @Test
  void sessionSurvivesSerialization() throws Exception {
    LaunchWindow session = window(Launches.exorlive());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(session);
    LaunchWindow read =
        (LaunchWindow)
            new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    assertThat(read.id()).isEqualTo(ID);
    assertThat(isRedeemed(read, session.context())).isTrue();
    assertThat(read.usedAt()).isEqualTo(read.context().verifiedAt().toEpochMilli());
    assertThat(read.context().patient().orElseThrow().familyName()).contains("Yoda");
  }

  @Test
  void toStringShowsNothingPersonal() {
    assertThat(window(Launches.exorlive()).toString())
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
          .answer("removeAttribute", a -> attributes.remove(a[0]))
          .answer(
              "getAttributeNames", a -> Collections.enumeration(List.copyOf(attributes.keySet())))
          .answer(
              "invalidate",
              a -> {
                attributes.clear();
                alive = false;
                return null;
              })
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

    private LaunchSessions sessions() {
      return new LaunchSessions(WindowMode.SINGLE, true, Duration.ZERO, Clock.systemUTC());
    }

    private void enter(HttpServletRequest request, LaunchContext context) {
      sessions()
          .enter(
              request,
              new Admission(context, Account.OF_THE_TOKEN, null, "/", null, Handed.NOTHING));
    }

    private LaunchContext shown() {
      return sessions().current(request(0)).orElseThrow().only().orElseThrow().context();
    }

    @Test
    void sessionThatEndsWhileALaunchIsStoredIsReplaced() {
      LaunchContext context = patient("a");
      enter(request(2), context);
      assertThat(shown()).isSameAs(context);
    }

    @Test
    void sessionOfTheSameUserThatEndsMeanwhileIsReplaced() {
      alive = true;
      enter(request(0), patient("a"));
      LaunchContext context = patient("b");
      enter(request(1), context);
      assertThat(shown()).isSameAs(context);
    }

    /** A log-out takes the launch out first, and ends the session then. */
    @Test
    void launchBetweenTheTwoHalvesOfALogOutInheritsNothing() {
      alive = true;
      HttpServletRequest request = request(0);
      enter(request, patient("a"));
      attributes.put("basket", "apples");
      assertThat(sessions().take(request.getSession(false))).isPresent();

      LaunchContext context = patient("b");
      enter(request, context);

      assertThat(shown()).isSameAs(context);
      assertThat(attributes).doesNotContainKey("basket");
    }

    @Test
    void containerThatKeepsNoSessionIsUnavailable() {
      assertThatThrownBy(() -> enter(request(99), patient("a")))
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
      assertThat(sessions().current(request)).isEmpty();
      assertThat(sessions().isFirstConflict(request)).isFalse();
      LaunchSessions.end(ended);
      LaunchSessions.end(null);
    }

    private static Object fail(Object[] arguments) {
      throw new IllegalStateException("ended");
    }

    @Test
    void attributeOfAnotherVersionOfTheApplicationIsNoLaunch() {
      alive = true;
      attributes.put(LaunchSessions.USER, "left over from before the update");
      assertThat(sessions().current(request(0))).isEmpty();
    }

    /** Nobody knows any more whose they were. */
    @Test
    void windowsWithoutAUserAreNotTheNextOnes() {
      alive = true;
      attributes.put(LaunchSessions.USER, "left over from before the update");
      attributes.put(LaunchSessions.WINDOW + ID, window(patient("somebody else's")));
      attributes.put(LaunchSessions.HAD_SEVERAL, true);
      LaunchContext context = patient("a");

      enter(request(0), context);

      assertThat(shown()).isSameAs(context);
      assertThat(attributes).doesNotContainKey(LaunchSessions.WINDOW + ID);
    }
  }
}
