package org.launchgate.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.launchgate.Identifier;
import org.launchgate.LaunchContext;
import org.launchgate.MovableClock;
import org.launchgate.spi.AccountLinks;
import org.launchgate.spi.AccountLinksContract;
import org.launchgate.spi.AccountResolution;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.LaunchingUser;

/**
 * What account links over JDBC have to show on every database, beside the contract of all links.
 */
public abstract class JdbcAccountLinksContract extends AccountLinksContract {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123456789Z");
  private static final Identifier USER = new Identifier(KNOWN.system(), KNOWN.value());

  private final MovableClock clock = new MovableClock(NOW);
  private WatchedSource source;
  private JdbcAccountLinks links;

  /** A database without tables; called once in a test. */
  protected abstract DataSource emptyDatabase() throws SQLException;

  /** Whether the connections commit by themselves. */
  protected abstract boolean commits();

  @BeforeEach
  void open() throws SQLException {
    source = new WatchedSource(emptyDatabase(), commits());
    links = new JdbcAccountLinks(source.dataSource(), clock);
    links.createTable();
  }

  @AfterEach
  void everyConnectionIsGivenBackWithNothingOpenOnIt() {
    if (source == null) {
      return; // no database could be had, which the test before this says
    }
    assertThat(source.taken()).isPositive();
    assertThat(source.open()).as("connections that are still out").isZero();
    assertThat(source.unfinished()).as("transactions that were left open").isZero();
    assertThat(source.endless()).as("statements without a limit of time").isZero();
  }

  @Override
  protected final AccountLinks links() {
    return links;
  }

  @Override
  protected final boolean breakSource() {
    source.breakDown();
    return true;
  }

  private static LaunchingUser user(String value) {
    return new LaunchingUser("contract", "s", value);
  }

  private static Identifier identifier(String value) {
    return new Identifier("s", value);
  }

  private void link(LaunchingUser user, String account) {
    assertThat(links.link(user.launch(), account)).isTrue();
  }

  @Test
  void linkSaysWhomItLinksToWhatAndSinceWhenToTheMillisecond() {
    link(KNOWN, "smith");
    clock.advance(Duration.ofDays(1));
    link(KNOWN, "smith");

    assertThat(links.ofAccount("smith"))
        .containsExactly(
            new AccountLink("contract", USER, "smith", Instant.parse("2026-11-22T12:00:00.123Z")));
    assertThat(links.find("contract", USER)).isEqualTo(links.ofAccount("smith").stream().findAny());
  }

  @Test
  void linksOfAnAccountAreItsOwnOfEveryPartner() {
    link(user("2"), "smith");
    link(new LaunchingUser("another", "s", "1"), "smith");
    link(user("3"), "Smith");
    link(user("4"), "smith ");

    assertThat(links.ofAccount("smith"))
        .extracting(AccountLink::partner, AccountLink::user)
        .containsExactly(tuple("another", identifier("1")), tuple("contract", identifier("2")));
    assertThat(links.ofAccount("smit_")).isEmpty();
    assertThat(links.ofAccount("")).isEmpty();
  }

  @Test
  void linksOfAPartnerComeInPagesThatLeaveNobodyOutAndRepeatNobody() {
    for (String value : List.of("5", "1", "4", "2", "3")) {
      link(user(value), "account" + value);
    }
    link(new LaunchingUser("contract", "t", "0"), "smith");
    link(new LaunchingUser("another", "s", "2b"), "smith");

    assertThat(values(links.ofPartner("contract", null, 2))).containsExactly("1", "2");
    assertThat(values(links.ofPartner("contract", identifier("2"), 2))).containsExactly("3", "4");
    assertThat(values(links.ofPartner("contract", identifier("4"), 2))).containsExactly("5", "0");
    assertThat(links.ofPartner("contract", new Identifier("t", "0"), 2)).isEmpty();
    assertThat(values(links.ofPartner("another", null, 100))).containsExactly("2b");
    assertThat(links.ofPartner("nobody", null, 100)).isEmpty();
  }

  private static List<String> values(List<AccountLink> page) {
    return page.stream().map(link -> link.user().value()).toList();
  }

  @Test
  void pageOfNothingIsAMistake() {
    assertThatIllegalArgumentException().isThrownBy(() -> links.ofPartner("contract", null, 0));
  }

  @Test
  void removedLinkIsUnknownAndCanBeLinkedAnew() {
    link(KNOWN, "smith");
    link(user("1"), "smith");

    assertThat(links.remove("contract", USER)).isTrue();
    assertThat(links.remove("contract", USER)).isFalse();
    assertThat(links.resolve(KNOWN.launch())).isSameAs(AccountResolution.unknown());
    assertThat(links.link(KNOWN.launch(), "jones")).isTrue();
    assertThat(links.ofAccount("smith")).hasSize(1);
  }

  @Test
  void removingTakesAwayNobodyElsesLink() {
    link(KNOWN, "smith");

    for (String other : List.of("dr-1 %_é", "Dr-1 %_é ", "%", "' OR '1'='1", "Dr-1 %_é\0", "")) {
      assertThat(links.remove("contract", new Identifier(KNOWN.system(), other))).isFalse();
      assertThat(links.remove("contract", new Identifier(other, KNOWN.value()))).isFalse();
      assertThat(links.remove(other, USER)).isFalse();
    }
    assertThat(accountOf()).isEqualTo("smith");
  }

  private String accountOf() {
    return links.find("contract", USER).orElseThrow().account();
  }

  @Test
  void removingAllOfAnAccountLeavesTheOthers() {
    link(KNOWN, "smith");
    link(user("1"), "smith");
    link(user("2"), "Smith");

    assertThat(links.removeAll("smi%")).isZero();
    assertThat(links.removeAll("smith\0")).isZero();
    assertThat(links.removeAll("smith")).isEqualTo(2);
    assertThat(links.removeAll("smith")).isZero();
    assertThat(links.resolve(KNOWN.launch())).isSameAs(AccountResolution.unknown());
    assertThat(links.ofAccount("Smith")).hasSize(1);
  }

  @Test
  void whatCannotStandInTheTableIsNobodys() {
    link(KNOWN, "smith");

    for (String text : List.of("\0", "a\0", "a".repeat(300))) {
      assertThat(links.find("contract", new Identifier("s", text))).isEmpty();
      assertThat(links.find("contract", new Identifier(text, "v"))).isEmpty();
      assertThat(links.find(text, USER)).isEmpty();
      assertThat(links.ofAccount(text)).isEmpty();
      assertThat(links.ofPartner(text, null, 1)).isEmpty();
      assertThat(links.ofPartner("contract", new Identifier(text, "v"), 1)).isEmpty();
    }
  }

  @Test
  void longestIdentityThatATokenCanHaveIsKept() {
    LaunchingUser longest =
        new LaunchingUser("p".repeat(64), "\uffe5".repeat(255), "\u4e2d".repeat(255));
    link(longest, "\u6587".repeat(255));

    assertThat(links.ofAccount("\u6587".repeat(255)))
        .extracting(AccountLink::user)
        .containsExactly(new Identifier(longest.system(), longest.value()));
  }

  @Test
  void tableThatIsThereStaysAsItIs() {
    link(KNOWN, "smith");
    links.createTable();
    assertThat(accountOf()).isEqualTo("smith");
  }

  @Test
  void withoutTheTableNothingAnswersAndNothingOfThePersonIsSaid() throws SQLException {
    LaunchContext launch = KNOWN.launch();
    execute("DROP TABLE launchgate_account_link");

    List<Executable> calls =
        List.of(
            () -> links.resolve(launch),
            () -> links.link(launch, "smith"),
            () -> links.find("contract", USER),
            () -> links.ofAccount("smith"),
            () -> links.ofPartner("contract", USER, 1),
            () -> links.remove("contract", USER),
            () -> links.removeAll("smith"));
    for (Executable call : calls) {
      assertUnavailable(call);
    }
  }

  /** Whose own words a driver, or a trigger, may put people into. */
  @Test
  void statementThatFailsSaysItsStateAndNothingOfThePerson() throws SQLException {
    execute("ALTER TABLE launchgate_account_link ADD CONSTRAINT c CHECK (account <> 'smith')");
    LaunchContext launch = KNOWN.launch();

    assertUnavailable(() -> links.link(launch, "smith"));
    assertThat(links.link(launch, "jones")).isTrue();
  }

  @Test
  void sourceThatBreaksDownSaysItsStateAndNothingOfThePerson() {
    source.breakDown();
    assertThatThrownBy(() -> links.ofAccount("smith"))
        .isInstanceOf(LaunchUnavailableException.class)
        .hasNoCause()
        .hasMessage(
            "the database of the account links failed: java.sql.SQLException, SQLState 08001");
  }

  private static void assertUnavailable(Executable call) {
    assertThatThrownBy(call::execute)
        .isInstanceOf(LaunchUnavailableException.class)
        .hasNoCause()
        .hasMessageStartingWith("the database of the account links ")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("smith", "Dr-1", "Staff"));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = source.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(5);
      statement.execute(sql);
      if (!commits()) {
        connection.commit();
      }
    }
  }

  @Test
  void nothingThatHoldsALinkShowsIt() {
    link(KNOWN, "smith");

    assertThat(links).hasToString("JdbcAccountLinks");
    assertThat(links.ofAccount("smith")).hasToString("[AccountLink[contract]]");
  }
}
