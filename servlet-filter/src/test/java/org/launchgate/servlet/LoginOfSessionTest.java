package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.launchgate.spi.LaunchUnavailableException;

/** The user in an attribute of the session. */
class LoginOfSessionTest extends ApplicationLoginContract {
  @Override
  ApplicationLogin login() {
    return new LoginOfSession("user");
  }

  @Override
  HttpServletRequest requestOf(String account) {
    return request(account);
  }

  @Override
  HttpServletRequest requestOfNobody() {
    return Stub.of(HttpServletRequest.class)
        .answer(
            "getSession",
            asked -> {
              assertThat(asked).containsExactly(false);
              return null;
            })
        .stub();
  }

  private static HttpServletRequest request(Object user) {
    HttpSession session =
        Stub.of(HttpSession.class)
            .answer("getAttribute", asked -> asked[0].equals("user") ? user : null)
            .stub();
    return Stub.of(HttpServletRequest.class).answer("getSession", session).stub();
  }

  @Test
  void principalIsNamedByItsName() {
    assertThat(login().account(request((Principal) () -> "janssen"))).contains("janssen");
  }

  @Test
  void sessionWithoutAUserIsNobodys() {
    assertThat(login().account(request(null))).isEmpty();
  }

  @Test
  void userOfAnotherKindIsNoAnswer() {
    assertThatThrownBy(() -> login().account(request(List.of("janssen"))))
        .isInstanceOf(LaunchUnavailableException.class)
        .hasMessageContaining("loginAttribute")
        .hasMessageNotContaining("janssen");
  }
}
