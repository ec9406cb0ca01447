package org.launchgate.servlet;

import java.time.Clock;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.launchgate.account.JdbcAccountLinks;
import org.launchgate.spi.AccountResolver;

/** Chooses who says which account a user has: what the application supplies, or links of ours. */
final class AccountAssembly {
  private static final String LOCAL = "java:";

  private final InitParams params;
  private final ExtensionLookup extensions;
  private final Clock clock;

  AccountAssembly(InitParams params, ExtensionLookup extensions, Clock clock) {
    this.params = params;
    this.extensions = extensions;
    this.clock = clock;
  }

  /**
   * The resolver; empty where the token's user is the account.
   *
   * @throws IllegalArgumentException for both at once, and for a name that leads to no data source
   */
  Optional<AccountResolver> resolver() {
    Optional<AccountResolver> supplied =
        extensions.find(AccountResolver.class, InitParam.ACCOUNT_RESOLVER);
    Optional<String> name = params.given(InitParam.ACCOUNT_LINKS);
    if (name.isEmpty()) {
      return supplied;
    }
    if (supplied.isPresent()) {
      throw InitParams.wrong(
          InitParam.ACCOUNT_LINKS,
          "is given, and so is an AccountResolver ("
              + supplied.get().getClass().getName()
              + "), which takes its place: leave one of them out");
    }
    return Optional.of(new JdbcAccountLinks(dataSource(name.get()), clock));
  }

  /** A name of another scheme could lead to another machine, and to code from there. */
  @SuppressWarnings("BanJNDI") // the name is the operator's, and of this server's own tree only
  private DataSource dataSource(String name) {
    if (!name.startsWith(LOCAL)) {
      throw params.wrong(InitParam.ACCOUNT_LINKS);
    }
    try {
      if (new InitialContext().lookup(name) instanceof DataSource found) {
        return found;
      }
      throw wrong("what stands there is none");
    } catch (NamingException e) {
      throw wrong("nothing stands there");
    }
  }

  private IllegalArgumentException wrong(String why) {
    return new IllegalArgumentException(
        params.wrong(InitParam.ACCOUNT_LINKS).getMessage() + " (" + why + ")");
  }
}
