package org.launchgate.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which claim a profile may take a user's roles from. */
class ProfileRolesTest {

  /** A profile whose roles are in the claim {@code /rights}, for which that rule holds. */
  private static String roles(String rules) {
    return ProfileTexts.LEAST.replace(
        "\"claims\": {}", "\"claims\": {" + rules + "}, \"roles\": \"/rights\"");
  }

  @Test
  void profileThatNamesNoClaimTakesRolesFromNone() {
    assertThat(ProfileTexts.read(ProfileTexts.LEAST).roles()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "'/other': {'type': 'integer'}",
        "'/rights': {}",
        "'/rights': {'type': 'text'}",
        "'/rights': {'type': 'list'}",
        "'/rights': {'type': 'list', 'presence': 'required'}"
      })
  void claimThatMayHoldTextsIsTaken(String rules) {
    assertThat(ProfileTexts.read(roles(rules)).roles()).isEqualTo(JsonPointer.parse("/rights"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'presence': 'forbidden'",
        "'type': 'list', 'presence': 'forbidden'",
        "'type': 'date'",
        "'type': 'integer'",
        "'type': 'reference'",
        "'type': 'boolean'",
        "'type': 'object'"
      })
  void claimThatNeverHoldsTextsIsAMistake(String rule) {
    String json = roles("'/rights': {" + rule + "}");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProfileTexts.read(json))
        .withMessageEndingWith(
            "\"roles\" must name a claim that may be there and whose \"type\" is \"text\" or"
                + " \"list\"");
  }
}
