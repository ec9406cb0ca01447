package org.launchgate.spi;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an {@link AccountResolver} found. */
public sealed interface AccountResolution {

  /** The user has this account, with the roles of the launch ({@code LaunchContext.roles()}). */
  static AccountResolution linked(String account) {
    return new Linked(account, null);
  }

  /**
   * The user has this account, with these roles instead of those of the launch; with an empty set,
   * none.
   */
  static AccountResolution linked(String account, Set<String> roles) {
    return new Linked(account, Objects.requireNonNull(roles, "roles"));
  }

  /**
   * Nobody knows yet which account the user has. The user gets in no further than to where an
   * account can be linked; where nothing can be, the launch is refused.
   */
  static AccountResolution unknown() {
    return Unknown.INSTANCE;
  }

  /**
   * The user may not come in.
   *
   * @param reason for the log and the audit: 1 to 64 lower-case letters, digits and underscores,
   *     such as {@code account_blocked}; nothing about a person
   */
  static AccountResolution refused(String reason) {
    return new Refused(reason);
  }

  /** The user has an account. */
  final class Linked implements AccountResolution {
    private static final int MAX_LENGTH = 255;

    private final String account;
    private final @Nullable Set<String> roles;

    private Linked(String account, @Nullable Set<String> roles) {
      Objects.requireNonNull(account, "account");
      if (account.isBlank() || account.length() > MAX_LENGTH) {
        throw new IllegalArgumentException(
            "an account's name must have 1 to " + MAX_LENGTH + " characters, not all blank");
      }
      if (account.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("an account's name must hold no control characters");
      }
      this.account = account;
      this.roles = roles == null ? null : Set.copyOf(roles);
    }

    /** The account's name: what {@code getUserPrincipal().getName()} answers. */
    public String account() {
      return account;
    }

    /** The roles of its own; empty where those of the launch hold. */
    public Optional<Set<String>> roles() {
      return Optional.ofNullable(roles);
    }

    /** An account's name may be personal. */
    @Override
    public String toString() {
      return "Linked";
    }
  }

  /** Nobody knows yet which account the user has. */
  final class Unknown implements AccountResolution {
    private static final Unknown INSTANCE = new Unknown();

    private Unknown() {}

    @Override
    public String toString() {
      return "Unknown";
    }
  }

  /** The user may not come in. */
  final class Refused implements AccountResolution {
    private static final Pattern REASON = Pattern.compile("[a-z0-9_]{1,64}");

    private final String reason;

    private Refused(String reason) {
      if (!REASON.matcher(reason).matches()) {
        throw new IllegalArgumentException(
            "a reason must be 1 to 64 lower-case letters, digits and underscores");
      }
      this.reason = reason;
    }

    /** Why. */
    public String reason() {
      return reason;
    }

    @Override
    public String toString() {
      return "Refused[" + reason + "]";
    }
  }
}
