package org.launchgate.partner;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a partners file says is quoted on one line, so that it fakes no line of a log. */
class OddCharactersTest {
  private static final String SECRET = "'secret': 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'";
  private static final String OTHER_SECRET =
      "'secret': 'BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB'";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'partners': [{'id': 'x\\nWARN', 'profile': 'exorlive'}]}",
        "{'partners': [{'id': 'x\\nWARN', 'enabled': false},{'id': 'x\\nWARN', 'enabled': false}]}",
        "{'partners': [{'id': 'a', 'profile': 'exorlive', 'x\\nWARN': 1}]}",
        "{'partners': [{'id': 'a', 'profile': 'x\\nWARN.json'}]}",
        "{'partners': [{'id': 'a', 'attributes': {'x\\nWARN': '${y}'}, 'profile': 'exorlive'}]}",
        "{'partners': [{'id': 'a', 'issuer': '${sys:x\\nWARN}', 'profile': 'exorlive'}]}",
        "{'partners': [{'id': 'a', 'profile': {'extends': 'exorlive', 'profile': 'x\\nWARN',"
            + " 'issuer': 'required'}}]}",
        "{'partners': [{'id': 'a', 'profile': {'extends': 'exorlive', 'profile': 'x\\nWARN',"
            + " 'time': {'iat': 'required', 'maxAge': null}}}]}",
        "{'partners': [{'id': 'a', 'profile': 'exorlive', 'keys': [{"
            + SECRET
            + ", 'kid': 'x\\nWARN'}, {"
            + OTHER_SECRET
            + ", 'kid': 'x\\nWARN'}]}]}"
      })
  void quotedFromAPartnersFileAreDots(String json) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MemoryFiles.partners(json).load())
        .withMessageContaining("x.WARN")
        .withMessageNotContaining("\n");
  }
}
