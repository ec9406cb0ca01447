package org.launchgate.jaspic;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.security.auth.message.config.ClientAuthConfig;
import jakarta.security.auth.message.config.ServerAuthConfig;
import javax.security.auth.callback.CallbackHandler;
import org.jspecify.annotations.Nullable;
import org.launchgate.servlet.LaunchAuthenticator;

/** Gives the container what authenticates one application's requests. */
final class LaunchAuthConfigProvider implements AuthConfigProvider {
  private final LaunchAuthenticator authenticator;

  LaunchAuthConfigProvider(LaunchAuthenticator authenticator) {
    this.authenticator = authenticator;
  }

  @Override
  public ServerAuthConfig getServerAuthConfig(
      String layer, String appContext, @Nullable CallbackHandler handler) throws AuthException {
    if (handler == null) {
      throw new AuthException("the container gives no CallbackHandler, by which users are known");
    }
    return new LaunchAuthConfig(authenticator, layer, appContext, handler);
  }

  @Override
  public ClientAuthConfig getClientAuthConfig(
      String layer, String appContext, @Nullable CallbackHandler handler) throws AuthException {
    throw new AuthException("launches are for servers alone");
  }

  /** Nothing that it depends on changes. */
  @Override
  public void refresh() {}
}
