package org.launchgate.security;

import jakarta.enterprise.inject.Vetoed;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import org.launchgate.servlet.LaunchAuthenticator;

/**
 * Takes launches, and tells the container with every later request of the session who launched and
 * in which roles.
 *
 * <p>A plain class that no container discovers. {@link LaunchAuthenticationMechanismDefinition}
 * makes a bean of it; or the application produces one, and names the {@link
 * LaunchMechanismListener} in {@code web.xml}, which reads the configuration.
 *
 * <p>The user lives in the application's session and not in the container's: {@code
 * registerSession} is always refused, so that every request is looked at, a second launch is never
 * passed over, and no two servers' ideas of a login matter. {@code @AutoApplySession} has no place
 * beside it for the same reason. It holds nothing, and is thread-safe.
 *
 * <p>Source: Jakarta Security 3.0, 2.1 "HttpAuthenticationMechanism Interface".
 */
@Vetoed
public class LaunchAuthenticationMechanism implements HttpAuthenticationMechanism {
  private static final String REGISTER = "jakarta.servlet.http.registerSession";

  private final boolean besideOthers;

  /** The only mechanism of its application: it answers who needs a launch and has none. */
  public LaunchAuthenticationMechanism() {
    this(false);
  }

  private LaunchAuthenticationMechanism(boolean besideOthers) {
    this.besideOthers = besideOthers;
  }

  /**
   * One that leaves every request that is no launch and has none to the other mechanisms of its
   * application, as {@link LaunchAuthenticationMechanismDefinition#besideOthers} says.
   */
  public static LaunchAuthenticationMechanism besideOthers() {
    return new LaunchAuthenticationMechanism(true);
  }

  /**
   * Looks at a request, each time it is asked to.
   *
   * @throws AuthenticationException when something could not be answered, such as where no
   *     configuration was read at the start; status and body of a 500 are sent then, too
   */
  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext message)
      throws AuthenticationException {
    try {
      return validate(authenticator(request), request, response, message);
    } catch (IOException | ServletException | RuntimeException e) {
      throw unanswered(response, e);
    }
  }

  private static AuthenticationException unanswered(
      HttpServletResponse response, Exception failure) {
    AuthenticationException unanswered =
        new AuthenticationException("a request could not be answered", failure);
    try {
      LaunchAuthenticator.fail(response);
    } catch (IOException | RuntimeException e) {
      unanswered.addSuppressed(e); // whoever asked is gone
    }
    return unanswered;
  }

  private AuthenticationStatus validate(
      LaunchAuthenticator authenticator,
      HttpServletRequest request,
      HttpServletResponse response,
      HttpMessageContext message)
      throws IOException, ServletException {
    LaunchAuthenticator.Outcome outcome = authenticator.authenticate(request, response);
    if (outcome instanceof LaunchAuthenticator.Outcome.Launched launched) {
      keepOutOfTheContainersSession(message);
      pass(message, launched.request(), launched.response());
      return message.notifyContainerAboutLogin(launched.principal(), launched.roles());
    }
    if (outcome instanceof LaunchAuthenticator.Outcome.NotLaunched none) {
      if (besideOthers) {
        pass(message, none.forOthers(), none.response());
        return AuthenticationStatus.NOT_DONE; // whatever another has said of the user stands
      }
      return notLaunched(authenticator, request, response, message, none);
    }
    return answered(response, message);
  }

  /**
   * In both places: Open Liberty hands the application what stands in the message information. Only
   * for what is let pass: WildFly fails where anything is wrapped that is not.
   */
  private static void pass(
      HttpMessageContext message, HttpServletRequest request, HttpServletResponse response) {
    message.setRequest(request);
    message.setResponse(response);
    message.getMessageInfo().setRequestMessage(request);
    message.getMessageInfo().setResponseMessage(response);
  }

  private static AuthenticationStatus notLaunched(
      LaunchAuthenticator authenticator,
      HttpServletRequest request,
      HttpServletResponse response,
      HttpMessageContext message,
      LaunchAuthenticator.Outcome.NotLaunched none)
      throws IOException {
    Optional<Principal> containers = none.user();
    if (containers.isEmpty() && (message.isProtected() || message.isAuthenticationRequest())) {
      authenticator.turnAway(request, response);
      return answered(response, message);
    }
    keepOutOfTheContainersSession(message);
    pass(message, none.request(), none.response());
    return containers.isPresent()
        // with the roles that the container knows
        ? message.notifyContainerAboutLogin(containers.get(), Set.of())
        : message.doNothing();
  }

  @SuppressWarnings("unchecked") // the map of Jakarta Authentication has no types
  private static void keepOutOfTheContainersSession(HttpMessageContext message) {
    Map<String, Object> properties = message.getMessageInfo().getMap();
    properties.put(REGISTER, "false");
  }

  /** Sent off at once: several containers write something else into what is still open. */
  private static AuthenticationStatus answered(
      HttpServletResponse response, HttpMessageContext message) throws IOException {
    keepOutOfTheContainersSession(message);
    response.flushBuffer();
    return AuthenticationStatus.SEND_FAILURE;
  }

  /** Ends launch and session, whoever calls for it. */
  @Override
  public void cleanSubject(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext message) {
    Subject subject = message.getClientSubject();
    if (subject != null && !subject.isReadOnly()) {
      message.cleanClientSubject();
    }
    authenticator(request).loggedOut(request);
  }

  private static LaunchAuthenticator authenticator(HttpServletRequest request) {
    return LaunchAuthenticator.published(request.getServletContext())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no configuration was read at the start: name the listener "
                        + LaunchMechanismListener.class.getName()
                        + " in web.xml, or put @"
                        + LaunchAuthenticationMechanismDefinition.class.getSimpleName()
                        + " on a class instead of producing the mechanism"));
  }
}
