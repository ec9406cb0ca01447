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

  private final LaunchAuthenticator authenticator;
  private @Nullable CallbackHandler handler;

  LaunchServerAuthModule(LaunchAuthenticator authenticator) {
    this.authenticator = authenticator;
  }

  @Override
  public void initialize(
      @Nullable MessagePolicy requestPolicy,
      @Nullable MessagePolicy responsePolicy,
      CallbackHandler callbacks,
      @Nullable Map<String, Object> options) {
    handler = callbacks;
  }

  @Override
  public Class<?>[] getSupportedMessageTypes() {
    return new Class<?>[] {HttpServletRequest.class, HttpServletResponse.class};
  }

  @Override
  @SuppressWarnings("unchecked") // the map of Jakarta Authentication has no types
  public AuthStatus validateRequest(
      MessageInfo messageInfo, Subject client, @Nullable Subject service) throws AuthException {
    HttpServletRequest request = (HttpServletRequest) messageInfo.getRequestMessage();
    HttpServletResponse response = (HttpServletResponse) messageInfo.getResponseMessage();
    Map<String, Object> properties = messageInfo.getMap();
    properties.put(REGISTER, Boolean.FALSE.toString());
    try {
      LaunchAuthenticator.Outcome outcome = authenticator.authenticate(request, response);
      if (outcome instanceof LaunchAuthenticator.Outcome.Launched launched) {
        messageInfo.setRequestMessage(launched.request());
        messageInfo.setResponseMessage(launched.response());
        login(client, launched.principal(), launched.roles());
        return AuthStatus.SUCCESS;
      }
      if (outcome instanceof LaunchAuthenticator.Outcome.NotLaunched none) {
        if (Boolean.parseBoolean(String.valueOf(properties.get(MANDATORY)))) {
          authenticator.turnAway(request, response);
          return answered(response);
        }
        messageInfo.setRequestMessage(none.request());
        messageInfo.setResponseMessage(none.response());
        login(client, null, Set.of());
        return AuthStatus.SUCCESS;
      }
      return answered(response);
    } catch (IOException | ServletException e) {
      throw (AuthException) new AuthException("a launch was not answered").initCause(e);
    }
  }

  /** Sent off at once: several containers write something else into what is still open. */
  private static AuthStatus answered(HttpServletResponse response) throws IOException {
    response.flushBuffer();
    return AuthStatus.SEND_FAILURE;
  }

  /** User and roles in one go: some containers forget the roles that come later. */
  private void login(Subject client, @Nullable Principal user, Set<String> roles)
      throws AuthException {
    try {
      if (handler == null) {
        throw new AuthException("the module was not initialised");
      }
      Callback caller = new CallerPrincipalCallback(client, user);
      handler.handle(
          user == null
              ? new Callback[] {caller}
              : new Callback[] {
                caller, new GroupPrincipalCallback(client, roles.toArray(String[]::new))
              });
    } catch (IOException | UnsupportedCallbackException e) {
      throw (AuthException) new AuthException("the container did not take the user").initCause(e);
    }
  }

  @Override
  public AuthStatus secureResponse(MessageInfo messageInfo, @Nullable Subject service) {
    return AuthStatus.SEND_SUCCESS;
  }

  /** Ends launch and session, whoever calls for it. */
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
