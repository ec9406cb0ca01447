package org.launchgate.jaspic;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.config.ServerAuthConfig;
import jakarta.security.auth.message.config.ServerAuthContext;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import org.jspecify.annotations.Nullable;
import org.launchgate.servlet.LaunchAuthenticator;

/**
 * The configuration of one application. Each authentication context has a module of its own with
 * the handler that it was asked with, so that no two requests share one.
 */
final class LaunchAuthConfig implements ServerAuthConfig {
  private final LaunchAuthenticator authenticator;
  private final String layer;
  private final String appContext;
  private final CallbackHandler handler;

  LaunchAuthConfig(
      LaunchAuthenticator authenticator, String layer, String appContext, CallbackHandler handler) {
    this.authenticator = authenticator;
    this.layer = layer;
    this.appContext = appContext;
    this.handler = handler;
  }

  @Override
  public ServerAuthContext getAuthContext(
      String authContextId, @Nullable Subject service, @Nullable Map<String, Object> properties)
      throws AuthException {
    LaunchServerAuthModule module = new LaunchServerAuthModule(authenticator);
    module.initialize(null, null, handler, Map.of());
    return new LaunchAuthContext(module);
  }

  @Override
  public String getMessageLayer() {
    return layer;
  }

  @Override
  public String getAppContext() {
    return appContext;
  }

  /** One for all requests: what a request is about is looked at with the request. */
  @Override
  public String getAuthContextID(MessageInfo messageInfo) {
    return appContext;
  }

  @Override
  public void refresh() {}

  @Override
  public boolean isProtected() {
    return true;
  }
}
