package org.launchgate.jwks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeySetUrlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://a.example/k       | must start with https://
          ftp://a.example/k        | must start with https://
          a.example/k              | must start with https://
          //a.example/k            | must start with https://
          https:a.example          | must name a host
          https:///k               | must name a host
          https://a_b.example/k    | must name a host
          https://2130706433/k     | must spell an IPv4 address
          https://0x7f000001/k     | must spell an IPv4 address
          https://0x7f.0.0.0x1/k   | must
          https://127.1/k          | must name a host
          https://[fe80::1%25lo]/k | must name a host
          https://bücher.example/k | must name a host
          https://u@a.example/k    | must not hold a user name or password
          https://u:p@a.example/k  | must not hold a user name or password
          https://a.example/k#f    | must not have a fragment
          https://010.0.0.1/k      | must spell an IPv4 address
          https://10.0.0.01/k      | must spell an IPv4 address
          https://a.example:0/k    | must have a port up to 65535
          https://a.example:65536/ | must have a port up to 65535
          """)
  void addressThatNoSetMayHaveIsRefused(String url, String sentence) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KeySetUrl(URI.create(url)))
        .withMessageStartingWith("the address of a JWKS " + sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://a.example                | a.example  | 443  | /
          https://a.example?x=%20y         | a.example  | 443  | /?x=%20y
          HTTPS://A.example:8443/a%20b/ü?q | A.example  | 8443 | /a%20b/%C3%BC?q
          https://[2001:db8::1]:444/k      | 2001:db8::1 | 444 | /k
          https://192.0.2.1/k              | 192.0.2.1  | 443  | /k
          """)
  void partsAreThoseOfTheRequest(String url, String host, int port, String target) {
    KeySetUrl address = new KeySetUrl(URI.create(url));

    assertThat(address.host()).isEqualTo(host);
    assertThat(address.port()).isEqualTo(port);
    assertThat(address.target()).isEqualTo(target);
  }

  @Test
  void pathAndQueryAreNotShown() {
    KeySetUrl address = new KeySetUrl(URI.create("https://a.example:8443/secret?key=secret"));

    assertThat(address).hasToString("a.example:8443");
    assertThat(new KeySetUrl(URI.create("https://a.example:443/k"))).hasToString("a.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST.", "x.localhost"})
  void localhostIsKnownByName(String host) {
    assertThat(new KeySetUrl(URI.create("https://" + host + "/")).isLocalhost()).isTrue();
  }

  @Test
  void anotherNameIsNotLocalhost() {
    assertThat(new KeySetUrl(URI.create("https://notlocalhost/")).isLocalhost()).isFalse();
  }
}
