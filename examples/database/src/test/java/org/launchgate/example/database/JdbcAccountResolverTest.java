package org.launchgate.example.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.launchgate.Identifier;
import org.launchgate.LaunchContext;
import org.launchgate.spi.AccountResolution;
import org.launchgate.spi.AccountResolver;
import org.launchgate.spi.AccountResolverContract;
import org.launchgate.spi.LaunchingUser;

/** The resolver keeps the contract of all resolvers, and makes accounts where it may. */
class JdbcAccountResolverTest {

  @Nested
  class WhereAccountsAreMade extends OnTable {
    WhereAccountsAreMade() {
      super(launch -> true);
    }

    @Test
    void firstLaunchMakesTheAccountAndTheNextOnesFindIt() {
      AccountResolution.Linked first = linked(KNOWN.launch());

      assertThat(first.account()).startsWith("portal-").doesNotContain(KNOWN.value());
      assertThat(linked(KNOWN.launch()).account()).isEqualTo(first.account());
      assertThat(first.roles()).isEmpty();
    }

    private AccountResolution.Linked linked(LaunchContext launch) {
      return (AccountResolution.Linked) resolver().resolve(launch);
    }
  }

  @Nested
  class WhereTheyAreNot extends OnTable {
    WhereTheyAreNot() {
      super(launch -> false);
    }

    @Test
    void strangerIsUnknown() {
      assertThat(resolver().resolve(KNOWN.launch())).isSameAs(AccountResolution.unknown());
    }

    @Test
    void blockedAccountIsRefused() {
      given(KNOWN.launch(), "smith");
      block("smith");

      assertThat(resolver().resolve(KNOWN.launch()))
          .isInstanceOfSatisfying(
              AccountResolution.Refused.class,
              refused -> assertThat(refused.reason()).isEqualTo("account_blocked"));
    }
  }

  @Test
  void partnerWhoseAttributesDoNotSaySoMakesNoAccounts() {
    try (Database database = new Database()) {
      AccountResolver resolver = new JdbcAccountResolver(database.dataSource());

      assertThat(resolver.resolve(new LaunchingUser("contract", "s", "17").launch()))
          .isSameAs(AccountResolution.unknown());
    }
  }

  abstract static class OnTable extends AccountResolverContract {
    private final Database database = new Database();
    private final AccountResolver resolver;

    OnTable(Predicate<LaunchContext> makesAccounts) {
      resolver = new JdbcAccountResolver(database.dataSource(), makesAccounts);
    }

    @AfterEach
    void close() {
      database.close();
    }

    @Override
    protected void given(LaunchContext launch, String account) {
      Identifier user = launch.user().identifier();
      database.execute(
          "INSERT INTO portal_account (account, partner_id, user_system, user_value)"
              + " VALUES (?, ?, ?, ?)",
          account,
          launch.partner(),
          user.system(),
          user.value());
    }

    void block(String account) {
      database.execute("UPDATE portal_account SET blocked = TRUE WHERE account = ?", account);
    }

    @Override
    protected AccountResolver resolver() {
      return resolver;
    }

    @Override
    protected boolean breakSource() {
      database.shutDown();
      return true;
    }
  }
}
