package org.launchgate.jaspic;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.security.auth.message.config.ClientAuthConfig;
import jakarta.security.auth.message.config.ServerAuthConfig;
import javax.security.auth.callback.CallbackHandler;

/** Somebody else's module, which nobody asks. */
final class FakeProvider {
  private FakeProvider() {}

  static AuthConfigProvider make() {
    return new AuthConfigProvider() {
      @Override
      public ClientAuthConfig getClientAuthConfig(String layer, String context, CallbackHandler h)
          throws AuthException {
        throw new AuthException("not asked");
      }

      @Override
      public ServerAuthConfig getServerAuthConfig(String layer, String context, CallbackHandler h)
          throws AuthException {
        throw new AuthException("not asked");
      }

      @Override
      public void refresh() {}
    };
  }
}
