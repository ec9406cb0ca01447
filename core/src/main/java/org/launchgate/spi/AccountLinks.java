package org.launchgate.spi;

import org.launchgate.LaunchContext;

/**
 * Keeps which account a partner's user was linked to, and answers it from then on.
 *
 * <p>The identity that is linked is (partner, system, value): {@link LaunchContext#partner()} and
 * the user's identifier, character by character. Nothing else that a token says about its user is
 * looked at, an e-mail address least of all: whoever can make a partner write it there would get
 * the account. An identity has one account or none; an account may have any number of identities.
 * Thread-safe.
 */
public interface AccountLinks extends AccountResolver {

  /**
   * The account to which the user's identity is linked: {@link AccountResolution#linked(String)},
   * else {@link AccountResolution#unknown()}.
   */
  @Override
  AccountResolution resolve(LaunchContext context);

  /**
   * Links the identity of a launch's user to an account, in one atomic step: of any number of calls
   * at once, on whatever node, at most one account gets the identity. The caller knows that this is
   * the account of the person who launches. The link is kept until somebody removes it, and is
   * never changed by another call.
   *
   * @param account its name, as {@link AccountResolution#linked(String)} takes it, without the
   *     character NUL
   * @return true when the identity is linked to this account now, also when it was before; false
   *     when it is linked to another one
   * @throws IllegalArgumentException when that is no account's name
   * @throws LaunchUnavailableException when it cannot be said at the moment; it may be linked then
   */
  boolean link(LaunchContext context, String account);
}
