package org.launchgate.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an account resolver may answer, and what it may not. */
class AccountResolutionTest {

  private static AccountResolution.Linked linked(AccountResolution resolution) {
    return (AccountResolution.Linked) resolution;
  }

  @Test
  void accountWithoutRolesHasThoseOfThePartner() {
    AccountResolution.Linked linked = linked(AccountResolution.linked("janssen"));

    assertThat(linked.account()).isEqualTo("janssen");
    assertThat(linked.roles()).isEmpty();
  }

  @Test
  void accountWithoutAnyRoleHasNone() {
    assertThat(linked(AccountResolution.linked("janssen", Set.of())).roles()).contains(Set.of());
  }

  @Test
  void rolesAreThoseOfTheMomentAndReadOnly() {
    Set<String> roles = new HashSet<>(Set.of("doctor"));
    AccountResolution.Linked linked = linked(AccountResolution.linked("janssen", roles));

    roles.add("admin");

    assertThat(linked.roles().orElseThrow()).containsExactly("doctor");
    assertThatThrownBy(() -> linked.roles().orElseThrow().add("admin"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void blankAccountIsNone(String account) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AccountResolution.linked(account))
        .withMessage("an account's name must have 1 to 255 characters, not all blank");
  }

  /** It stands in logs, also those of the server. */
  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "\ra", "a\u0000", "a\u0085b"})
  void accountWithAControlCharacterIsNone(String account) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AccountResolution.linked(account))
        .withMessage("an account's name must hold no control characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo-xis|agb-z|1", "CN=J. Janssen,OU=\"A\"", "\u00e9 \ud83d\ude00"})
  void accountMayBeAnyOtherText(String account) {
    assertThat(linked(AccountResolution.linked(account)).account()).isEqualTo(account);
  }

  @Test
  void accountOf255CharactersIsOneAndOf256IsNone() {
    assertThat(linked(AccountResolution.linked("a".repeat(255))).account()).hasSize(255);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AccountResolution.linked("a".repeat(256)))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("aaa"));
  }

  @Test
  @SuppressWarnings("NullAway") // which is what this is about
  void accountAndRolesAreNeverNull() {
    assertThatNullPointerException().isThrownBy(() -> AccountResolution.linked(null));
    assertThatNullPointerException()
        .as("not the partner's roles, which nobody asked for")
        .isThrownBy(() -> AccountResolution.linked("a", null));
    assertThatNullPointerException()
        .isThrownBy(() -> AccountResolution.linked("a", new HashSet<>(Arrays.asList("b", null))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "account_blocked", "0", "_"})
  void reasonOfSmallLettersDigitsAndUnderscoresIsKept(String reason) {
    AccountResolution.Refused refused =
        (AccountResolution.Refused) AccountResolution.refused(reason);

    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused).hasToString("Refused[" + reason + "]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Blocked", "account blocked", "a-b", "a\nb", "é", "a."})
  void anyOtherReasonIsAMistakeThatIsNotRepeated(String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AccountResolution.refused(reason))
        .withMessage("a reason must be 1 to 64 lower-case letters, digits and underscores");
  }

  @Test
  void reasonOf64CharactersIsOneAndOf65IsNone() {
    AccountResolution.refused("a".repeat(64));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AccountResolution.refused("a".repeat(65)));
  }

  @Test
  void unknownIsOneAndSaysSo() {
    assertThat(AccountResolution.unknown())
        .isSameAs(AccountResolution.unknown())
        .hasToString("Unknown");
  }

  @Test
  void toStringOfAnAccountShowsNothingOfIt() {
    assertThat(AccountResolution.linked("janssen", Set.of("doctor")).toString())
        .doesNotContain("janssen", "doctor");
  }
}
