package org.launchgate.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.launchgate.Identifier;
import org.launchgate.LaunchContext;
import org.launchgate.spi.AccountLinks;
import org.launchgate.spi.AccountResolution;
import org.launchgate.spi.LaunchUnavailableException;

/**
 * Keeps account links in the table {@code launchgate_account_link} of a database.
 *
 * <p>It makes no table by itself: {@link #ddl()} is what to run, {@link #createTable()} runs it. A
 * user of the database that may select, insert and delete in that table is enough. Nothing is
 * cached, so what one node links or removes holds on every node from the next launch on. A launch
 * costs one query by the primary key.
 *
 * <p>Whether the data source's connections commit by themselves makes no difference. Each statement
 * may take 5 seconds; how long it takes to get a connection is the data source's own affair, and
 * should be limited too. It is not for a data source whose transactions somebody else ends, such as
 * a container's.
 *
 * <p>Removing a link does not end a session: who is logged in by it stays so until the session
 * ends, at the latest after {@code sessionMaxAge}. Their next launch finds no link any more.
 *
 * <p>Thread-safe where the data source is. {@link #toString()} tells nothing.
 */
public final class JdbcAccountLinks implements AccountLinks {
  private static final String DDL = "account-links.sql";

  /** The length of the columns, in characters; partners' ids are shorter. */
  private static final int MAX_LENGTH = 255;

  private final LinkDatabase database;
  private final Clock clock;

  /**
   * Links in that database.
   *
   * @param source stays the caller's to close
   * @param clock says when a link was made; it is kept to the millisecond
   */
  public JdbcAccountLinks(DataSource source, Clock clock) {
    this.database = new LinkDatabase(Objects.requireNonNull(source, "source"));
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** The statements that make the table and its index, for PostgreSQL and H2, with comments. */
  public static String ddl() {
    try (InputStream in = JdbcAccountLinks.class.getResourceAsStream(DDL)) {
      return new String(Objects.requireNonNull(in, DDL).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes the table and its index where they are not there yet, by {@link #ddl()}. Nothing calls it
   * but the application.
   *
   * @throws LaunchUnavailableException when the database does not do it
   */
  public void createTable() {
    List<String> statements = statements();
    database.run(
        connection -> {
          LinkTable.create(connection, statements);
          return true;
        });
  }

  private static List<String> statements() {
    String code =
        ddl()
            .lines()
            .filter(line -> !line.strip().startsWith("--"))
            .collect(Collectors.joining("\n"));
    return Arrays.stream(code.split(";", -1)).filter(each -> !each.isBlank()).toList();
  }

  @Override
  public AccountResolution resolve(LaunchContext context) {
    return find(context.partner(), context.user().identifier())
        .map(link -> AccountResolution.linked(link.account()))
        .orElseGet(AccountResolution::unknown);
  }

  /**
   * The link of a partner's user; empty when there is none.
   *
   * @throws LaunchUnavailableException when the database does not answer
   */
  public Optional<AccountLink> find(String partner, Identifier user) {
    return canHold(partner, user.system(), user.value())
        ? database.run(connection -> LinkTable.ofIdentity(connection, partner, user))
        : Optional.empty();
  }

  @Override
  public boolean link(LaunchContext context, String account) {
    requireAccount(account);
    String partner = context.partner();
    Identifier user = context.user().identifier();
    // Asked first, since many a database logs a violated key with its values.
    Optional<AccountLink> held = find(partner, user);
    if (held.isEmpty() && insert(partner, user, account)) {
      return true;
    }
    return held.or(() -> find(partner, user))
        .map(link -> link.account().equals(account))
        .orElseThrow(JdbcAccountLinks::contradicting);
  }

  private boolean insert(String partner, Identifier user, String account) {
    AccountLink link =
        new AccountLink(partner, user, account, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    return database.run(connection -> LinkTable.insert(connection, link));
  }

  private static LaunchUnavailableException contradicting() {
    return new LaunchUnavailableException(
        "the database of the account links has an identity and does not have it: it was removed a"
            + " moment ago, or the columns of launchgate_account_link do not tell upper case from"
            + " lower");
  }

  private static void requireAccount(String account) {
    AccountResolution.linked(account);
    if (!canHold(account)) {
      throw new IllegalArgumentException("an account's name must not hold the character NUL");
    }
  }

  /**
   * Every identity that is linked to an account, ordered; empty when none is.
   *
   * @throws LaunchUnavailableException when the database does not answer
   */
  public List<AccountLink> ofAccount(String account) {
    return canHold(account)
        ? database.run(connection -> LinkTable.ofAccount(connection, account))
        : List.of();
  }

  /**
   * The linked users of a partner, ordered, a page at a time: the next page begins after the user
   * of the last link of this one. An empty page is the end.
   *
   * @param after the user behind whom to begin; null for the first page
   * @param most how many, at least 1
   * @throws LaunchUnavailableException when the database does not answer
   */
  public List<AccountLink> ofPartner(String partner, @Nullable Identifier after, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("a page must have at least 1 link, not " + most);
    }
    return canHold(partner) && (after == null || canHold(after.system(), after.value()))
        ? database.run(connection -> LinkTable.ofPartner(connection, partner, after, most))
        : List.of();
  }

  /**
   * Removes the link of a partner's user; a session that is open by it goes on until its end.
   *
   * @return whether there was one
   * @throws LaunchUnavailableException when the database does not answer
   */
  public boolean remove(String partner, Identifier user) {
    return canHold(partner, user.system(), user.value())
        && database.run(
            connection -> {
              Optional<AccountLink> link = LinkTable.ofIdentity(connection, partner, user);
              return link.isPresent() && LinkTable.delete(connection, link.get());
            });
  }

  /**
   * Removes all links of an account, such as one that is closed; sessions that are open by them go
   * on until their end.
   *
   * @return how many there were
   * @throws LaunchUnavailableException when the database does not answer; some may be removed then
   */
  public int removeAll(String account) {
    if (!canHold(account)) {
      return 0;
    }
    return database.run(
        connection -> {
          int removed = 0;
          for (AccountLink link : LinkTable.ofAccount(connection, account)) {
            removed += LinkTable.delete(connection, link) ? 1 : 0;
          }
          return removed;
        });
  }

  /** Whether texts can stand in the table: PostgreSQL fails where it is asked for a NUL. */
  private static boolean canHold(String... texts) {
    return Arrays.stream(texts)
        .allMatch(text -> text.length() <= MAX_LENGTH && text.indexOf('\0') < 0);
  }

  @Override
  public String toString() {
    return "JdbcAccountLinks";
  }
}
