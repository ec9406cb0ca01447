package org.launchgate.jaspic;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.MessagePolicy;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.callback.GroupPrincipalCallback;
import jakarta.security.auth.message.module.ServerAuthModule;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;
import org.jspecify.annotations.Nullable;
import org.launchgate.servlet.LaunchAuthenticator;

/**
 * Takes launches, and tells the container with every later request of the session who launched and
 * in which roles.
 *
 * <p>The user lives in the application's session and not in the container's: {@code
 * registerSession} is always refused, so that every request is looked at, a second launch is never
 * passed over, and no two servers' ideas of a login matter. Thread-safe once initialised; the
 * {@link LaunchAuthenticationListener} gives each authentication context one of its own.
 *
 * <p>Source: Jakarta Authentication 3.0, "Servlet Container Profile".
 */
public final class LaunchServerAuthModule implements ServerAuthModule {
  private static final String MANDATORY = "jakarta.security.auth.message.MessagePolicy.isMandatory";
  private static final String REGISTER = "jakarta.servlet.http.registerSession";

  /** Where the container's own request and response wait for {@link #secureResponse}. */
  private static final String REQUEST = "org.launchgate.jaspic.request";

  private static final String RESPONSE = "org.launchgate.jaspic.response";

  private final LaunchAuthenticator authenticator;
  private volatile @Nullable CallbackHandler handler;

  LaunchServerAuthModule(LaunchAuthenticator authenticator) {
    this.authenticator = authenticator;
  }

  /**
   * Takes the handler by which the container is told of users.
   *
   * @throws AuthException without one; or with another one than before, since the requests that are
   *     on their way would log their users in to each other's
   */
  @Override
  public void initialize(
      @Nullable MessagePolicy requestPolicy,
      @Nullable MessagePolicy responsePolicy,
      @Nullable CallbackHandler callbacks,
      @Nullable Map<String, Object> options)
      throws AuthException {
    if (callbacks == null) {
      throw new AuthException("the container gives no CallbackHandler, by which users are known");
    }
    CallbackHandler before = handler;
    if (before != null && !before.equals(callbacks)) {
      throw new AuthException("each authentication context has to have a module of its own");
    }
    handler = callbacks;
  }

  @Override
  public Class<?>[] getSupportedMessageTypes() {
    return new Class<?>[] {HttpServletRequest.class, HttpServletResponse.class};
  }

  /**
   * Answers a launch and what needs one, and tells the container who is there.
   *
   * @return {@code SUCCESS}; or {@code SEND_FAILURE}, when status and body are sent already
   * @throws AuthException when the container does not take the user, or something could not be
   *     answered; status and body are sent then, too
   */
  @Override
  @SuppressWarnings("unchecked") // the map of Jakarta Authentication has no types
  public AuthStatus validateRequest(
      MessageInfo messageInfo, Subject client, @Nullable Subject service) throws AuthException {
    HttpServletRequest request = (HttpServletRequest) messageInfo.getRequestMessage();
    HttpServletResponse response = (HttpServletResponse) messageInfo.getResponseMessage();
    Map<String, Object> properties = messageInfo.getMap();
    properties.put(REGISTER, "false");
    try {
      LaunchAuthenticator.Outcome outcome = authenticator.authenticate(request, response);
      if (outcome instanceof LaunchAuthenticator.Outcome.Launched launched) {
        login(client, launched.principal(), launched.roles());
        show(messageInfo, launched.request(), launched.response());
        return AuthStatus.SUCCESS;
      }
      if (outcome instanceof LaunchAuthenticator.Outcome.NotLaunched none) {
        if (none.user().isEmpty() && isMandatory(properties)) {
          authenticator.turnAway(request, response);
          return answered(response);
        }
        keep(client, none.user().orElse(null));
        show(messageInfo, none.request(), none.response());
        return AuthStatus.SUCCESS;
      }
      return answered(response);
    } catch (IOException | ServletException | AuthException | RuntimeException e) {
      throw unanswered(response, e);
    }
  }

  private static boolean isMandatory(Map<String, Object> properties) {
    return Boolean.parseBoolean(String.valueOf(properties.get(MANDATORY)));
  }

  @SuppressWarnings("unchecked")
  private static void show(
      MessageInfo messageInfo, HttpServletRequest request, HttpServletResponse response) {
    Map<String, Object> properties = messageInfo.getMap();
    properties.put(REQUEST, messageInfo.getRequestMessage());
    properties.put(RESPONSE, messageInfo.getResponseMessage());
    messageInfo.setRequestMessage(request);
    messageInfo.setResponseMessage(response);
  }

  /** Sent off at once: several containers write something else into what is still open. */
  private static AuthStatus answered(HttpServletResponse response) throws IOException {
    response.flushBuffer();
    return AuthStatus.SEND_FAILURE;
  }

  private static AuthException unanswered(HttpServletResponse response, Exception failure) {
    AuthException unanswered = new AuthException("a request could not be answered");
    unanswered.initCause(failure);
    try {
      LaunchAuthenticator.fail(response);
    } catch (IOException | RuntimeException e) {
      unanswered.addSuppressed(e); // whoever asked is gone
    }
    return unanswered;
  }

  /** User and roles in one go: some containers forget the roles that come later. */
  private void login(Subject client, Principal user, Set<String> roles)
      throws AuthException, IOException {
    tell(
        new CallerPrincipalCallback(client, user),
        new GroupPrincipalCallback(client, roles.toArray(String[]::new)));
  }

  /** Whom the container knows by itself, with the roles that it knows; or nobody. */
  private void keep(Subject client, @Nullable Principal user) throws AuthException, IOException {
    tell(new CallerPrincipalCallback(client, user));
  }

  private void tell(Callback... callbacks) throws AuthException, IOException {
    CallbackHandler container = handler;
    if (container == null) {
      throw new AuthException("the module was not initialised");
    }
    try {
      container.handle(callbacks);
    } catch (UnsupportedCallbackException e) {
      throw (AuthException) new AuthException("the container did not take the user").initCause(e);
    }
  }

  /**
   * Gives the container its own request and response back ("Wrapping and UnWrapping of Requests and
   * Responses").
   */
  @Override
  @SuppressWarnings("unchecked")
  public AuthStatus secureResponse(MessageInfo messageInfo, @Nullable Subject service) {
    Map<String, Object> properties = messageInfo.getMap();
    Object request = properties.remove(REQUEST);
    Object response = properties.remove(RESPONSE);
    if (request != null && response != null) {
      messageInfo.setRequestMessage(request);
      messageInfo.setResponseMessage(response);
    }
    return AuthStatus.SEND_SUCCESS;
  }

  /**
   * Ends a launch and its session, whoever calls for it. A subject that the container has closed is
   * left to it.
   */
  @Override
  public void cleanSubject(MessageInfo messageInfo, @Nullable Subject subject) {
    if (subject != null && !subject.isReadOnly()) {
      subject.getPrincipals().clear();
    }
    if (messageInfo.getRequestMessage() instanceof HttpServletRequest request) {
      authenticator.loggedOut(request);
    }
  }
}
