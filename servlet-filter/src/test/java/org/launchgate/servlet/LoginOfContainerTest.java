package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;

/** The container's user. */
class LoginOfContainerTest extends ApplicationLoginContract {
  @Override
  ApplicationLogin login() {
    return new LoginOfContainer();
  }

  @Override
  HttpServletRequest requestOf(String account) {
    return Stub.of(HttpServletRequest.class)
        .answer("getUserPrincipal", (Principal) () -> account)
        .stub();
  }

  @Override
  HttpServletRequest requestOfNobody() {
    return Stub.of(HttpServletRequest.class).answer("getUserPrincipal", (Object) null).stub();
  }
}
