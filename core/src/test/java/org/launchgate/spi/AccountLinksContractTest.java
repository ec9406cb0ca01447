package org.launchgate.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.launchgate.Identifier;
import org.launchgate.LaunchContext;
import org.opentest4j.TestAbortedException;

/** The contract itself: links that keep it pass, and each fault makes a test of it fail. */
class AccountLinksContractTest {

  /**
   * What can be wrong with links or a resolver, and the test of the contract that has to see it.
   */
  enum Fault {
    GOES_BY_EMAIL("userOfTheSameEmailAddressIsAnotherOne"),
    GOES_BY_EMAIL_ALSO_AS_A_VALUE("userWhoseIdentifierIsTheKnownEmailAddressIsAnotherOne"),
    IGNORES_THE_PARTNER("sameIdentifierAtAnotherPartnerIsAnotherUser"),
    IGNORES_CASE("identifierThatOnlyLooksLikeTheKnownOneIsAnotherUsers"),
    STRIPS("identifierThatOnlyLooksLikeTheKnownOneIsAnotherUsers"),
    IGNORES_THE_SYSTEM("identifierThatOnlyLooksLikeTheKnownOneIsAnotherUsers"),
    JOINS_SYSTEM_AND_VALUE("systemAndValueAreNotPutTogether"),
    CUTS_LONG_TEXTS("usersWithHostileIdentifiersAreToldApart"),
    FORGETS("knownUserHasTheirAccountHoweverOftenItIsAsked"),
    MAKES_UP_ACCOUNTS("userWhomNobodyHasLinkedIsUnknown"),
    GIVES_EACH_CALL_AN_ACCOUNT("launchesOfAStrangerAtOnceGetOneAnswer"),
    GIVES_NO_ROLES("linkedUserHasTheRolesOfTheLaunch"),
    LINKS_ANEW("linkedIdentityIsNeverLinkedToAnotherAccount"),
    TAKES_ONE_LETTER_FOR_ANOTHER("linkedIdentityIsNeverLinkedToAnotherAccount"),
    REFUSES_THE_SAME_LINK("linkingAgainToTheSameAccountChangesNothingAndIsTrue"),
    ONE_IDENTITY_AN_ACCOUNT("accountMayHaveSeveralIdentities"),
    TAKES_ANY_NAME("nameThatNoAccountCanHaveIsAMistakeAndLinksNothing"),
    LOOKS_BEFORE_IT_LINKS("ofLinksAtOnceToDifferentAccountsExactlyOneHolds"),
    HIDES_A_DEAD_SOURCE("sourceThatDoesNotAnswerIsNoVerdict"),
    SHOWS_ITSELF("toStringOfTheResolverTellsNothing");

    private final String seenBy;

    Fault(String seenBy) {
      this.seenBy = seenBy;
    }
  }

  @Test
  void linksThatKeepTheContractPassEveryTestOfIt() {
    assertThat(tests().filter(test -> fails(test, new Mapped(null)))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void faultIsSeen(Fault fault) {
    Method seenBy =
        tests().filter(test -> test.getName().equals(fault.seenBy)).findFirst().orElseThrow();

    assertThat(fails(seenBy, new Mapped(fault))).isTrue();
  }

  private static Stream<Method> tests() {
    return Stream.of(AccountLinksContract.class, AccountResolverContract.class)
        .flatMap(contract -> Arrays.stream(contract.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Test.class));
  }

  private static boolean fails(Method test, AccountLinksContract contract) {
    try {
      test.invoke(contract);
      return false;
    } catch (InvocationTargetException e) {
      return !(e.getCause() instanceof TestAbortedException);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Links in a map, with at most one fault. */
  private static final class Mapped extends AccountLinksContract {
    private final FaultyLinks links;

    Mapped(@Nullable Fault fault) {
      links = new FaultyLinks(fault);
    }

    @Override
    protected AccountLinks links() {
      return links;
    }

    @Override
    protected boolean breakSource() {
      links.broken = links.fault != Fault.HIDES_A_DEAD_SOURCE;
      return true;
    }
  }

  private static final class FaultyLinks implements AccountLinks {
    private final Map<String, String> accounts = new ConcurrentHashMap<>();
    private final @Nullable Fault fault;
    private volatile boolean broken;
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch looked = new CountDownLatch(2);

    FaultyLinks(@Nullable Fault fault) {
      this.fault = fault;
    }

    private boolean has(Fault one) {
      return fault == one;
    }

    private String identity(LaunchContext context) {
      Identifier user = context.user().identifier();
      if (has(Fault.GOES_BY_EMAIL) || has(Fault.GOES_BY_EMAIL_ALSO_AS_A_VALUE)) {
        return context.user().email().orElse(user.value());
      }
      String partner = has(Fault.IGNORES_THE_PARTNER) ? "" : context.partner();
      String system = has(Fault.IGNORES_THE_SYSTEM) ? "" : user.system();
      String between = has(Fault.JOINS_SYSTEM_AND_VALUE) ? "|" : "\n";
      return partner + "\n" + system + between + spoiled(user.value());
    }

    private String spoiled(String value) {
      if (has(Fault.IGNORES_CASE)) {
        return value.toLowerCase(Locale.ROOT);
      }
      if (has(Fault.STRIPS)) {
        return value.strip();
      }
      return has(Fault.CUTS_LONG_TEXTS) ? value.substring(0, Math.min(8, value.length())) : value;
    }

    @Override
    public AccountResolution resolve(LaunchContext context) {
      requireSource();
      String account = accounts.get(identity(context));
      if (account != null && !has(Fault.FORGETS)) {
        return has(Fault.GIVES_NO_ROLES)
            ? AccountResolution.linked(account, Set.of())
            : AccountResolution.linked(account);
      }
      if (has(Fault.GIVES_EACH_CALL_AN_ACCOUNT)) {
        return AccountResolution.linked("new" + calls.incrementAndGet());
      }
      return has(Fault.MAKES_UP_ACCOUNTS)
          ? AccountResolution.linked(context.user().identifier().value())
          : AccountResolution.unknown();
    }

    private void requireSource() {
      if (broken) {
        throw new LaunchUnavailableException("the map does not answer");
      }
    }

    @Override
    public boolean link(LaunchContext context, String account) {
      requireSource();
      if (!has(Fault.TAKES_ANY_NAME)) {
        requireName(account);
      }
      if (has(Fault.ONE_IDENTITY_AN_ACCOUNT) && accounts.containsValue(account)) {
        return false;
      }
      String held = put(identity(context), account);
      if (held != null && has(Fault.TAKES_ONE_LETTER_FOR_ANOTHER)) {
        return held.equalsIgnoreCase(account);
      }
      return held == null || (held.equals(account) && !has(Fault.REFUSES_THE_SAME_LINK));
    }

    private @Nullable String put(String identity, String account) {
      if (has(Fault.LINKS_ANEW)) {
        accounts.put(identity, account);
        return null;
      }
      if (has(Fault.LOOKS_BEFORE_IT_LINKS)) {
        String held = accounts.get(identity);
        if (held == null) {
          dawdle();
          accounts.put(identity, account);
        }
        return held;
      }
      return accounts.putIfAbsent(identity, account);
    }

    /** Until another thread has looked as well; where none comes, for five seconds. */
    private void dawdle() {
      looked.countDown();
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
      while (looked.getCount() > 0 && System.nanoTime() - end < 0) {
        Thread.onSpinWait();
      }
    }

    private static void requireName(String account) {
      AccountResolution.linked(account);
      if (account.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("no NUL");
      }
    }

    @Override
    public String toString() {
      return has(Fault.SHOWS_ITSELF) ? accounts.toString() : "FaultyLinks";
    }
  }
}
