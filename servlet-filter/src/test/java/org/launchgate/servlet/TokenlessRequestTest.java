package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;

/** What a page could still learn from a server that keeps the address that a forward came from. */
class TokenlessRequestTest {
  private static final TokenlessRequest REQUEST =
      new TokenlessRequest(
          Stub.of(HttpServletRequest.class)
              .answer("getAttribute", named -> named[0] + " as it came")
              .stub());

  @Test
  void queryThatTheForwardCameFromIsNotShown() {
    assertThat(REQUEST.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING)).isNull();
  }

  @Test
  void otherAttributesAreShown() {
    assertThat(REQUEST.getAttribute("launchRefusal")).isEqualTo("launchRefusal as it came");
  }
}
