package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.launchgate.Clause;
import org.launchgate.TestPartner;

/** How long a token may be used says nothing about how long its session lasts. */
class SessionOutlivesTokenTomcatTest {
  private static final long MAX_AGE = 300;

  private static TomcatApp app;

  @BeforeAll
  static void start() {
    app =
        new TomcatApp()
            .page(
                "/whoami",
                (request, response) -> response.getWriter().print(request.getRemoteUser()));
    app.start();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  @Clause("ZD-20")
  void sessionGoesOnAfterItsTokenIsTooOldToBeAccepted() throws InterruptedException {
    long issuedAt = Instant.now().getEpochSecond() - MAX_AGE + 2;
    Browser browser = app.browser();
    assertThat(browser.get("/launch?token=" + token(issuedAt)).statusCode()).isEqualTo(303);

    Instant tooOld = Instant.ofEpochSecond(issuedAt + MAX_AGE + 1);
    while (Instant.now().isBefore(tooOld)) {
      Thread.sleep(50); // real time has to pass here: the filter reads the system's clock
    }

    assertThat(app.browser().get("/launch?token=" + token(issuedAt)).statusCode()).isEqualTo(403);
    assertThat(browser.get("/whoami").body()).isEqualTo("demo-xis|agb-z|01029999");
  }

  private static String token(long issuedAt) {
    return TestPartner.zorgdomeinToken(UUID.randomUUID().toString(), issuedAt).token();
  }
}
