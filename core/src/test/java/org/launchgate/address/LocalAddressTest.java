package org.launchgate.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.Clause;

/** Which texts lead nowhere but into the application. */
class LocalAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/|/|",
        "/home|/home|",
        "/a/b/|/a/b/|",
        "/a?b=c&d=/../e|/a|b=c&d=/../e",
        "/a%20b%C3%B8|/a bø|",
        "/a%2Fb|/a/b|",
        "/a;v=1|/a;v=1|",
        "/...|/...|",
        "/a?|/a|''",
        "/?x|/|x"
      })
  void pathInsideTheApplicationIsOne(String text, String path, String query) {
    LocalAddress address = LocalAddress.of(text).orElseThrow();
    assertThat(address.text()).isEqualTo(text);
    assertThat(address.path()).isEqualTo(path);
    assertThat(address.query().orElse(null)).isEqualTo(query);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "home",
        "?x",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\/evil.example",
        "/a//b",
        "/a/%2fb",
        "https://evil.example/",
        "javascript:alert(1)",
        "/..",
        "/.",
        "/a/../b",
        "/a/..",
        "/a/%2e%2E/b",
        "/a/..;x/b",
        "/a;../b",
        "/%5Cevil.example",
        "/%0d%0aSet-Cookie:x",
        "/a%00",
        "/a\u0000",
        "/a\nb",
        "/a\tb",
        "/a b",
        " /a",
        "/a ",
        "/ø",
        "/a\u007f",
        "/a#b",
        "/a%",
        "/a%2",
        "/a%zz",
        "/a?b=%zz",
        "/a{b}",
        "/a?b=\"c\"",
        "/a|b"
      })
  @Clause("V-35")
  void whatMayLeadElsewhereIsNone(String text) {
    assertThat(LocalAddress.of(text)).isEmpty();
  }

  @Test
  void itsTextForLogsHoldsNothingOfIt() {
    assertThat(LocalAddress.of("/patients/4711").orElseThrow()).hasToString("LocalAddress");
  }
}
