package org.launchgate.account;

import java.time.Instant;
import java.util.Objects;
import org.launchgate.Identifier;

/**
 * That a partner's user has an account of the application. {@link #toString()} names the partner
 * alone.
 *
 * @param partner the partner's id
 * @param user the user, as the partner's tokens name them
 * @param account the account's name
 * @param linkedAt since when
 */
public record AccountLink(String partner, Identifier user, String account, Instant linkedAt) {

  /** Refuses null. */
  public AccountLink {
    Objects.requireNonNull(partner, "partner");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(linkedAt, "linkedAt");
  }

  /** Whether it is about this very user: to many a database {@code A} is {@code a}. */
  boolean isOf(String otherPartner, Identifier otherUser) {
    return partner.equals(otherPartner) && user.equals(otherUser);
  }

  @Override
  public String toString() {
    return "AccountLink[" + partner + "]";
  }
}
