package org.launchgate.security.beside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Set;
import org.launchgate.security.ByLaunch;
import org.launchgate.security.LaunchAuthenticationMechanismDefinition;

/** The application's own choice between launches and a badge that its staff shows. */
@ApplicationScoped
@LaunchAuthenticationMechanismDefinition(besideOthers = true)
public class Reception implements HttpAuthenticationMechanism {
  @Inject @ByLaunch private HttpAuthenticationMechanism launches;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext message)
      throws AuthenticationException {
    AuthenticationStatus status = launches.validateRequest(request, response, message);
    return status == AuthenticationStatus.NOT_DONE
        ? byBadge(message.getRequest(), message)
        : status;
  }

  private static AuthenticationStatus byBadge(
      HttpServletRequest request, HttpMessageContext message) {
    Principal remembered = request.getUserPrincipal();
    if (remembered != null) {
      return message.notifyContainerAboutLogin(remembered, Set.of());
    }
    String badge = request.getHeader("Badge");
    if (badge != null && request.getParameter("stay") != null) {
      request.getSession();
      if (request.getParameter("changed") != null) {
        request.changeSessionId();
      }
      message.setRegisterSession(badge, Set.of("admin"));
    }
    if (badge != null) {
      return message.notifyContainerAboutLogin(badge, Set.of("admin"));
    }
    if (message.isProtected()) {
      message.getResponse().setHeader("Asks-For", "badge");
      return message.responseUnauthorized();
    }
    return message.doNothing();
  }

  @Override
  public void cleanSubject(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext message) {
    launches.cleanSubject(request, response, message);
  }
}
