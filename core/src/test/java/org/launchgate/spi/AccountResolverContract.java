package org.launchgate.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.launchgate.LaunchContext;

/**
 * What every account resolver has to keep, wherever its accounts are.
 *
 * <p>A resolver's own test extends this. {@link #given} makes a user known, {@link #resolver} is
 * the resolver itself, and {@link #breakSource} makes what it asks stop answering.
 */
public abstract class AccountResolverContract {
  /** A user of whom the resolver is told. */
  protected static final LaunchingUser KNOWN =
      new LaunchingUser("contract", "Urn:Staff %_é", "Dr-1 %_é").withEmail("dr1@example.com");

  static final int THREADS = 8;
  private static final int ROUNDS = 10;

  /** What looks like a text, to a database, a file system or a reader. */
  private static final List<String> RESEMBLING =
      List.of("%s ", " %s", "%sé", "%s%%", "x%s", "%s|", "%s'", "%s--", "%s\\", "%1$s%1$s");

  private static final List<String> HOSTILE =
      List.of(
          "' OR '1'='1",
          "\" OR \"\"=\"",
          "'; DROP TABLE launchgate_account_link; --",
          "x' UNION SELECT 1 --",
          "\\",
          "%",
          "_______",
          "*)(uid=*",
          "${jndi:ldap://127.0.0.1/x}",
          "../../../../etc/passwd",
          "?",
          "{fn now()}",
          "\ud83d\ude00",
          "k".repeat(255),
          "k".repeat(254) + "l",
          "\ud83d\ude00".repeat(127));

  /**
   * Makes a user known, whose account is that from then on.
   *
   * @param launch a launch of the user
   * @param account the account's name
   */
  protected abstract void given(LaunchContext launch, String account);

  /** The resolver under test; the same one throughout a test. */
  protected abstract AccountResolver resolver();

  /**
   * Makes what the resolver asks stop answering. Default: false, for a resolver that asks nothing.
   */
  protected boolean breakSource() {
    return false;
  }

  /**
   * Whether the users of different partners are different people, though their identifiers are the
   * same. Default: true; false for one that goes by identifiers that a country gives out.
   */
  protected boolean keepsPartnersApart() {
    return true;
  }

  /** The account that a user has; empty for one who has none, or is refused. */
  final Optional<String> accountOf(LaunchingUser user) {
    return account(resolver().resolve(user.launch()));
  }

  static Optional<String> account(AccountResolution resolution) {
    assertThat(resolution).isNotNull();
    return resolution instanceof AccountResolution.Linked linked
        ? Optional.of(linked.account())
        : Optional.empty();
  }

  @Test
  void knownUserHasTheirAccountHoweverOftenItIsAsked() {
    given(KNOWN.launch(), "Mrs Smith");

    assertThat(accountOf(KNOWN)).contains("Mrs Smith");
    assertThat(accountOf(KNOWN)).contains("Mrs Smith");
    assertThat(accountOf(KNOWN.withEmail("married@example.com"))).contains("Mrs Smith");
  }

  @Test
  void twoUsersHaveEachTheirOwn() {
    LaunchingUser other = new LaunchingUser("contract", KNOWN.system(), "Dr-2");
    given(KNOWN.launch(), "smith");
    given(other.launch(), "jones");

    assertThat(accountOf(KNOWN)).contains("smith");
    assertThat(accountOf(other)).contains("jones");
  }

  @Test
  void userOfTheSameEmailAddressIsAnotherOne() {
    given(KNOWN.launch(), "smith");
    LaunchingUser other =
        new LaunchingUser("contract", KNOWN.system(), "Dr-2").withEmail("dr1@example.com");

    assertThat(accountOf(other)).isNotEqualTo(Optional.of("smith"));
  }

  @Test
  void userWhoseIdentifierIsTheKnownEmailAddressIsAnotherOne() {
    given(KNOWN.launch(), "smith");
    LaunchingUser other = new LaunchingUser("contract", KNOWN.system(), "dr1@example.com");

    assertThat(accountOf(other)).isNotEqualTo(Optional.of("smith"));
  }

  @Test
  void sameIdentifierAtAnotherPartnerIsAnotherUser() {
    assumeTrue(keepsPartnersApart(), "to this resolver partners' users are one");
    given(KNOWN.launch(), "smith");

    for (String partner : List.of("contract2", "Contract", "contract-", "c")) {
      LaunchingUser other = new LaunchingUser(partner, KNOWN.system(), KNOWN.value());
      assertThat(accountOf(other)).as(partner).isNotEqualTo(Optional.of("smith"));
    }
  }

  @Test
  void identifierThatOnlyLooksLikeTheKnownOneIsAnotherUsers() {
    given(KNOWN.launch(), "smith");

    for (String value : resembling(KNOWN.value())) {
      LaunchingUser other = new LaunchingUser("contract", KNOWN.system(), value);
      assertThat(accountOf(other)).as(value).isNotEqualTo(Optional.of("smith"));
    }
    for (String system : resembling(KNOWN.system())) {
      LaunchingUser other = new LaunchingUser("contract", system, KNOWN.value());
      assertThat(accountOf(other)).as(system).isNotEqualTo(Optional.of("smith"));
    }
  }

  private static Set<String> resembling(String text) {
    Set<String> all = new HashSet<>();
    RESEMBLING.forEach(pattern -> all.add(pattern.formatted(text)));
    all.add(text.toLowerCase(Locale.ROOT));
    all.add(text.toUpperCase(Locale.ROOT));
    all.add(text.replace("é", "e"));
    all.add(text.replace("é", "e\u0301"));
    all.add(text.substring(1));
    all.add(text.substring(0, text.length() - 1));
    all.add("%");
    all.add("_".repeat(text.length()));
    all.remove(text);
    return all;
  }

  @Test
  void systemAndValueAreNotPutTogether() {
    given(new LaunchingUser("contract", "a", "b|c").launch(), "smith");

    assertThat(accountOf(new LaunchingUser("contract", "a|b", "c")))
        .isNotEqualTo(Optional.of("smith"));
  }

  @Test
  void hostileIdentifierGivesNobodysAccountAndHarmsNothing() {
    given(KNOWN.launch(), "smith");

    for (String text : HOSTILE) {
      LaunchingUser byValue = new LaunchingUser("contract", KNOWN.system(), text);
      LaunchingUser bySystem = new LaunchingUser("contract", text, KNOWN.value());
      assertThat(accountOf(byValue)).as(text).isNotEqualTo(Optional.of("smith"));
      assertThat(accountOf(bySystem)).as(text).isNotEqualTo(Optional.of("smith"));
    }
    assertThat(accountOf(KNOWN)).contains("smith");
  }

  @Test
  void usersWithHostileIdentifiersAreToldApart() {
    for (int i = 0; i < HOSTILE.size(); i++) {
      given(new LaunchingUser("contract", "s", HOSTILE.get(i)).launch(), "account" + i);
    }
    for (int i = 0; i < HOSTILE.size(); i++) {
      assertThat(accountOf(new LaunchingUser("contract", "s", HOSTILE.get(i))))
          .as(HOSTILE.get(i))
          .contains("account" + i);
    }
  }

  /** Above all of one that makes accounts: two for one person are hard to mend. */
  @Test
  void launchesOfAStrangerAtOnceGetOneAnswer() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      LaunchContext launch = new LaunchingUser("contract", "s", "stranger" + round).launch();

      List<Optional<String>> answers = atOnce(i -> account(resolver().resolve(launch)));

      assertThat(new HashSet<>(answers)).hasSize(1);
    }
  }

  @Test
  void sourceThatDoesNotAnswerIsNoVerdict() {
    given(KNOWN.launch(), "smith");
    LaunchContext known = KNOWN.launch();
    LaunchContext stranger = new LaunchingUser("contract", "s", "stranger").launch();
    assumeTrue(breakSource(), "this resolver asks nothing");

    for (LaunchContext launch : List.of(known, stranger)) {
      assertThatThrownBy(() -> resolver().resolve(launch))
          .isInstanceOf(LaunchUnavailableException.class)
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("Dr-1", "stranger", "smith"));
    }
  }

  @Test
  void toStringOfTheResolverTellsNothing() {
    given(KNOWN.launch(), "smith");

    assertThat(resolver().toString()).doesNotContain("smith", "Dr-1");
  }

  /** Something that one of several threads does. */
  @FunctionalInterface
  interface Act<T> {
    T by(int thread) throws Exception;
  }

  /** What threads get that do something at the same time. */
  static <T> List<T> atOnce(Act<T> act) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<T>> tasks = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        tasks.add(
            () -> {
              start.await();
              return act.by(thread);
            });
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : threads.invokeAll(tasks)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      threads.shutdown();
    }
  }
}
