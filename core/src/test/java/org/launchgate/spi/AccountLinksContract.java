package org.launchgate.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.launchgate.LaunchContext;

/**
 * What every keeper of account links has to keep, in addition to what every resolver does.
 *
 * <p>Its own test extends this, and hands over links of which there are none yet.
 */
public abstract class AccountLinksContract extends AccountResolverContract {
  private static final int RACES = 20;

  /** The links under test; the same throughout a test, empty at its start. */
  protected abstract AccountLinks links();

  @Override
  protected final AccountResolver resolver() {
    return links();
  }

  @Override
  protected final void given(LaunchContext launch, String account) {
    assertThat(links().link(launch, account)).isTrue();
  }

  @Test
  void userWhomNobodyHasLinkedIsUnknown() {
    assertThat(links().resolve(KNOWN.launch())).isSameAs(AccountResolution.unknown());
  }

  @Test
  void linkedUserHasTheRolesOfTheLaunch() {
    links().link(KNOWN.launch(), "smith");

    assertThat(links().resolve(KNOWN.launch()))
        .isInstanceOfSatisfying(
            AccountResolution.Linked.class, linked -> assertThat(linked.roles()).isEmpty());
  }

  @Test
  void linkingAgainToTheSameAccountChangesNothingAndIsTrue() {
    assertThat(links().link(KNOWN.launch(), "smith")).isTrue();
    assertThat(links().link(KNOWN.launch(), "smith")).isTrue();
    assertThat(accountOf(KNOWN)).contains("smith");
  }

  @Test
  void linkedIdentityIsNeverLinkedToAnotherAccount() {
    links().link(KNOWN.launch(), "smith");

    for (String other : List.of("jones", "Smith", "smith ", "SMITH", "smith\u0301")) {
      assertThat(links().link(KNOWN.launch(), other)).as(other).isFalse();
      assertThat(accountOf(KNOWN)).contains("smith");
    }
  }

  @Test
  void accountMayHaveSeveralIdentities() {
    LaunchingUser elsewhere = new LaunchingUser("other-partner", "s", "17");
    links().link(KNOWN.launch(), "smith");

    assertThat(links().link(elsewhere.launch(), "smith")).isTrue();
    assertThat(accountOf(KNOWN)).contains("smith");
    assertThat(accountOf(elsewhere)).contains("smith");
  }

  @Test
  void accountOf255CharactersOfAnyKindIsKept() {
    List<String> names = List.of("é".repeat(255), "a' \"b\\%_;--", "\ud83d\ude00".repeat(127), "x");
    for (int i = 0; i < names.size(); i++) {
      LaunchingUser user = new LaunchingUser("contract", "s", "user" + i);
      links().link(user.launch(), names.get(i));
      assertThat(accountOf(user)).contains(names.get(i));
    }
  }

  @Test
  void nameThatNoAccountCanHaveIsAMistakeAndLinksNothing() {
    for (String name : List.of("", "  ", "a".repeat(256), "smith\0")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> links().link(KNOWN.launch(), name))
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("aaa", "smith"));
    }
    assertThat(links().resolve(KNOWN.launch())).isSameAs(AccountResolution.unknown());
  }

  @Test
  void ofLinksAtOnceToDifferentAccountsExactlyOneHolds() throws Exception {
    for (int race = 0; race < RACES; race++) {
      LaunchingUser user = new LaunchingUser("contract", "s", "raced" + race);
      LaunchContext launch = user.launch();

      List<Boolean> linked = atOnce(thread -> links().link(launch, "account" + thread));

      assertThat(Collections.frequency(linked, true)).isEqualTo(1);
      assertThat(accountOf(user)).isEqualTo(Optional.of("account" + linked.indexOf(true)));
    }
  }

  @Test
  void linksAtOnceToOneAccountAllHold() throws Exception {
    for (int race = 0; race < RACES; race++) {
      LaunchingUser user = new LaunchingUser("contract", "s", "raced" + race);
      LaunchContext launch = user.launch();

      assertThat(atOnce(thread -> links().link(launch, "smith"))).doesNotContain(false);
      assertThat(accountOf(user)).contains("smith");
    }
  }

  @Test
  void storeThatDoesNotAnswerLinksNothingAndSaysSo() {
    LaunchContext launch = KNOWN.launch();
    assumeTrue(breakSource(), "these links are kept nowhere that could fail");

    assertThatThrownBy(() -> links().link(launch, "smith"))
        .isInstanceOf(LaunchUnavailableException.class)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("smith", "Dr-1"));
  }
}
