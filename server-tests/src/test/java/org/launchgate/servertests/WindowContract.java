package org.launchgate.servertests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What becomes of requests that name a window, whichever server the portal runs on. */
interface WindowContract extends PortalUnderTest {

  private static void assertState(HttpResponse<String> response, int status, String state) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Launch-State")).contains(state);
    assertThat(response.headers().allValues("Cache-Control")).containsExactly("no-store");
    assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  default void windowThatTheSessionDoesNotHaveIsStale() throws Exception {
    Visitor visitor = launched();

    HttpResponse<String> response = visitor.get("/whoami?_lw=AAAAAAAAAAAAAAAA");

    assertState(response, 409, "stale");
    assertThat(response.body())
        .contains("The patient in this window is no longer in focus")
        .doesNotContain("5a4fc42a");
    assertThat(visitor.get("/whoami").statusCode()).isEqualTo(200);
  }

  @Test
  default void formForAWindowThatIsGoneIsStale() throws Exception {
    assertState(launched().post("/whoami?_lw=AAAAAAAAAAAAAAAA", Visitor.FORM, "x=1"), 409, "stale");
  }

  @Test
  default void windowWithoutASessionIsTheEndOfIt() throws Exception {
    HttpResponse<String> response = visitor().get("/whoami?_lw=AAAAAAAAAAAAAAAA");

    assertState(response, 401, "ended");
    assertThat(response.body()).contains("Your session has ended");
  }

  @Test
  default void scriptIsToldByProblemDetails() throws Exception {
    HttpResponse<String> response =
        launched().get("/whoami?_lw=AAAAAAAAAAAAAAAA", "application/json");

    assertState(response, 409, "stale");
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
  }

  @Test
  default void pageOfAPatientIsKeptByNobody() throws Exception {
    HttpResponse<String> page = launched().get("/");

    assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
  }
}
