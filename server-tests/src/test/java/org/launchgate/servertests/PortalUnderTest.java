package org.launchgate.servertests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.launchgate.servertests.process.RunningPortal;

/** A portal that runs somewhere and takes launches of the two test partners. */
interface PortalUnderTest {
  /** The portal. */
  RunningPortal portal();

  /** Where all tokens come from that the tests send. */
  Launches launches();

  /** Somebody who was never here. */
  default Visitor visitor() {
    return new Visitor(portal().home());
  }

  /** Somebody who came in by a launch of Demo XIS. */
  default Visitor launched() throws Exception {
    Visitor visitor = visitor();
    assertEntered(visitor.launchByLink(launches().token(Launches.zorgdomein())));
    return visitor;
  }

  /** The launch led to the start page, by an address that says nothing of it. */
  default void assertEntered(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(303);
    String location = response.headers().firstValue("Location").orElseThrow();
    assertThat(portal().home().resolve(location)).isEqualTo(portal().home());
    assertThat(response.body()).isEmpty();
    assertUnkept(response);
  }

  /** The launch was refused, in words that say nothing of it. */
  default void assertDenied(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).contains("Access denied");
    assertTellsNothing(response);
  }

  /** Nothing of any token is in the answer, and it makes nobody known to the server. */
  default void assertTellsNothing(HttpResponse<String> response) {
    assertThat(response.body()).doesNotContain(launches().secrets());
    assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
    assertUnkept(response);
  }

  /** No cache keeps the answer, and no next page is told its address. */
  default void assertUnkept(HttpResponse<String> response) {
    assertThat(response.headers().allValues("Cache-Control")).containsExactly("no-store");
    assertThat(response.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
  }
}
