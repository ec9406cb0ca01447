package org.launchgate.servlet;

import static org.launchgate.RefusalReason.ACCOUNT_REFUSED;

import java.util.Optional;
import org.launchgate.LaunchContext;
import org.launchgate.Refusal;
import org.launchgate.spi.AccountResolution;
import org.launchgate.spi.AccountResolver;
import org.launchgate.spi.LaunchUnavailableException;

/** Asks whom the application takes a launch's user for; without a resolver, for what they are. */
final class Accounts {
  private final Optional<AccountResolver> resolver;

  Accounts(Optional<AccountResolver> resolver) {
    this.resolver = resolver;
  }

  /** An account, or why there is none. */
  sealed interface Answer {

    /** The user has one. */
    record Known(Account account) implements Answer {}

    /** Nobody knows yet. */
    record Unknown() implements Answer {}

    /** The application does not want them. */
    record Refused(Refusal refusal) implements Answer {}
  }

  /**
   * The account of the user of a launch.
   *
   * @throws LaunchUnavailableException when the resolver cannot tell, or fails
   */
  Answer of(LaunchContext context) {
    if (resolver.isEmpty()) {
      return new Answer.Known(Account.OF_THE_TOKEN);
    }
    AccountResolution resolution = ask(resolver.get(), context);
    if (resolution instanceof AccountResolution.Linked linked) {
      return new Answer.Known(new Account(linked.account(), linked.roles().orElse(null)));
    }
    if (resolution instanceof AccountResolution.Unknown) {
      return new Answer.Unknown();
    }
    String reason = ((AccountResolution.Refused) resolution).reason();
    return new Answer.Refused(
        Refusal.of(ACCOUNT_REFUSED, "the account resolver says " + reason)
            .signedBy(context.partner()));
  }

  private static AccountResolution ask(AccountResolver resolver, LaunchContext context) {
    try {
      AccountResolution resolution = resolver.resolve(context);
      if (resolution == null) {
        throw new LaunchUnavailableException("the account resolver answered null");
      }
      return resolution;
    } catch (LaunchUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new LaunchUnavailableException(
          "the account resolver failed with " + e.getClass().getName(), e);
    }
  }
}
