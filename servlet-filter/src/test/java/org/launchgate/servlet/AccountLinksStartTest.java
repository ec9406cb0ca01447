package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.LogCapture;
import org.launchgate.spi.AccountResolution;
import org.launchgate.spi.AccountResolver;

/** Names of databases of account links with which a filter does not start. */
class AccountLinksStartTest extends FilterStartFixture {

  /** Another one that would have to be asked. */
  private static final AccountResolver OTHER = context -> AccountResolution.unknown();

  @Test
  void nameBehindWhichThereIsNothingStopsTheStart() {
    assertStops(
        good("accountLinks", "java:comp/env/jdbc/nothing"),
        "init-param accountLinks is \"java:comp/env/jdbc/nothing\"",
        "such as java:comp/env/jdbc/portal",
        "(nothing stands there)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ldap://127.0.0.1/x",
        "rmi://127.0.0.1/x",
        "jdbc/portal",
        "JAVA:comp/env/jdbc/portal",
        "jdbc:postgresql://127.0.0.1/portal"
      })
  void nameThatIsNotOfTheServersOwnTreeStopsTheStartAndIsNotLookedUp(String name) {
    assertStops(
        good("accountLinks", name),
        "init-param accountLinks is \"" + name + "\"; allowed is the name of a",
        "not together with accountResolver");
  }

  @Test
  void whatIsNoDataSourceStopsTheStart() {
    try (LogCapture log = new LogCapture("org.apache.catalina");
        TomcatApp app =
            new TomcatApp()
                .database("jdbc/portal", "jdbc:h2:mem:unused")
                .param("accountLinks", "java:comp/env/jdbc")) {
      assertThat(app.start().context().getState().isAvailable()).isFalse();
      assertThat(log.lines("SEVERE"))
          .anySatisfy(line -> assertThat(line).contains("(what stands there is none)"));
    }
  }

  @Test
  void anotherResolverBesideItStopsTheStart() {
    FilterStubs stubs = good("accountLinks", "java:comp/env/jdbc/portal");
    stubs.attributes.put(AccountResolver.class.getName(), OTHER);

    assertStops(
        stubs,
        "init-param accountLinks is given, and so is an AccountResolver",
        OTHER.getClass().getName(),
        "leave one of them out");
  }
}
