package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What whoever says who is logged in has to keep. */
abstract class ApplicationLoginContract {
  abstract ApplicationLogin login();

  /** A request of somebody who is logged in; it fails where a session is to be created. */
  abstract HttpServletRequest requestOf(String account);

  /** A request of nobody; it fails where a session is to be created. */
  abstract HttpServletRequest requestOfNobody();

  @Test
  void nobodyIsNobodyAndGetsNoSession() {
    assertThat(login().account(requestOfNobody())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"janssen", "Dr. J|x", "ä ö", "a@b.example"})
  void whoIsLoggedInIsNamedToTheLetter(String account) {
    assertThat(login().account(requestOf(account))).contains(account);
  }
}
