package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.launchgate.LaunchPrincipal;
import org.launchgate.servlet.LaunchAuthenticator.Outcome;

/** What an outcome says of itself, wherever it is written. */
class OutcomeTest {
  private final HttpServletRequest request = Stub.of(HttpServletRequest.class).stub();
  private final HttpServletResponse response = Stub.of(HttpServletResponse.class).stub();

  @Test
  void launchedOneShowsNothingOfTheRequestAndNobodysName() {
    LaunchPrincipal user = Launches.exorlive().principal();
    assertThat(new Outcome.Launched(request, response, user, Set.of("doctor")))
        .hasToString("Launched[" + user + "]");
    assertThat(user.toString()).doesNotContain(user.user().value());
  }

  @Test
  void otherUsersOfTheContainerAreNotNamed() {
    Principal other = () -> "anna.beispiel";
    assertThat(new Outcome.NotLaunched(request, request, response, Optional.of(other)))
        .hasToString("NotLaunched[a user of the container]");
    assertThat(new Outcome.NotLaunched(request, request, response, Optional.empty()))
        .hasToString("NotLaunched[nobody]");
  }
}
