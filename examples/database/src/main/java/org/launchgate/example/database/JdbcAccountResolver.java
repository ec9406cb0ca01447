package org.launchgate.example.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.launchgate.LaunchContext;
import org.launchgate.spi.AccountResolution;
import org.launchgate.spi.AccountResolver;
import org.launchgate.spi.LaunchUnavailableException;

/**
 * Gives each user an account of the table {@code portal_account}, and makes it at their first
 * launch where the partner's {@code attributes} say {@code "createAccounts": true}.
 *
 * <p>The account's name is random: it says nothing of a person, and no partner can choose it.
 * Thread-safe where the data source is, whose connections have to commit by themselves.
 */
public final class JdbcAccountResolver implements AccountResolver {
  private final DataSource database;
  private final Predicate<LaunchContext> makesAccounts;

  /**
   * For the init-param {@code accountResolver}: uses the container's data source {@code
   * java:comp/env/jdbc/launchgate}.
   *
   * @throws IllegalArgumentException when there is none
   */
  public JdbcAccountResolver() {
    this(LaunchDatabase.fromContainer());
  }

  /** Uses that database, which stays the caller's to close. */
  public JdbcAccountResolver(DataSource database) {
    this(database, launch -> Boolean.TRUE.equals(launch.attributes().get("createAccounts")));
  }

  /** Makes accounts for the users of some launches. */
  JdbcAccountResolver(DataSource database, Predicate<LaunchContext> makesAccounts) {
    this.database = Objects.requireNonNull(database, "database");
    this.makesAccounts = makesAccounts;
  }

  @Override
  public AccountResolution resolve(LaunchContext context) {
    try (Connection connection = database.getConnection()) {
      Optional<AccountTable.Row> account = AccountTable.find(connection, context);
      if (account.isEmpty() && makesAccounts.test(context)) {
        AccountTable.add(connection, context, "portal-" + UUID.randomUUID());
        account = AccountTable.find(connection, context);
      }
      return account.map(JdbcAccountResolver::answer).orElseGet(AccountResolution::unknown);
    } catch (SQLException e) {
      // Without its words, which may quote the user.
      throw new LaunchUnavailableException(
          "the database of the accounts failed, SQLState " + e.getSQLState());
    }
  }

  private static AccountResolution answer(AccountTable.Row account) {
    return account.blocked()
        ? AccountResolution.refused("account_blocked")
        : AccountResolution.linked(account.name());
  }
}
