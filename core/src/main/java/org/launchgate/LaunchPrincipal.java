package org.launchgate;

import java.io.Serializable;
import java.security.Principal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who launched: the user as one partner names them, for as long as the session lives.
 *
 * <p>It holds no patient: which patient is in focus changes with every launch, who somebody is does
 * not. Two principals are equal when both have the same account; without accounts, when partner and
 * identifier are the same. Immutable, thread-safe, serializable; {@link #toString()} shows nothing
 * personal.
 */
public final class LaunchPrincipal implements Principal, Serializable {
  private static final long serialVersionUID = 1L;

  private final String partner;
  private final @Nullable String issuer;
  private final Identifier user;
  private final @Nullable String account;

  LaunchPrincipal(String partner, @Nullable String issuer, Identifier user) {
    this(partner, issuer, user, null);
  }

  private LaunchPrincipal(
      String partner, @Nullable String issuer, Identifier user, @Nullable String account) {
    this.partner = Objects.requireNonNull(partner, "partner");
    this.issuer = issuer;
    this.user = Objects.requireNonNull(user, "user");
    this.account = account;
  }

  /** The same user, of whom it is known which account of the application they have. */
  public LaunchPrincipal withAccount(String name) {
    return new LaunchPrincipal(partner, issuer, user, Objects.requireNonNull(name, "name"));
  }

  /**
   * The account where one was resolved; without one {@code partner|system|value}, such as {@code
   * demo-xis|agb-z|01029999}: the partner is part of the name, so that no partner can name another
   * partner's user. A {@code |} or {@code %} inside the system is percent-encoded, so that no two
   * users share a name; a partner's id holds neither.
   */
  @Override
  public String getName() {
    return account != null ? account : ownName();
  }

  private String ownName() {
    return partner + "|" + encoded(user.system()) + "|" + user.value();
  }

  /** The id of the partner that vouches for the user. */
  public String partner() {
    return partner;
  }

  /** The verified issuer; empty for a partner whose tokens carry none. */
  public Optional<String> issuer() {
    return Optional.ofNullable(issuer);
  }

  /** The account of the application that was resolved; empty where none was. */
  public Optional<String> account() {
    return Optional.ofNullable(account);
  }

  /** The user's identifier at that partner. */
  public Identifier user() {
    return user;
  }

  private static String encoded(String system) {
    return system.replace("%", "%25").replace("|", "%7C");
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof LaunchPrincipal that)) {
      return false;
    }
    return (account != null || that.account != null)
        ? Objects.equals(account, that.account)
        : partner.equals(that.partner) && user.equals(that.user);
  }

  @Override
  public int hashCode() {
    return account != null ? account.hashCode() : Objects.hash(partner, user);
  }

  @Override
  public String toString() {
    return "LaunchPrincipal[partner=" + partner + ", user=" + user + "]";
  }
}
