package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.Clause;

/** Checklist row 36: https, or this machine itself. */
class TransportTest {

  private static HttpServletRequest request(boolean secure, String address, String header) {
    return Stub.of(HttpServletRequest.class)
        .answer("isSecure", secure)
        .answer("getRemoteAddr", address)
        .answer("getHeader", name -> name[0].equals(header) ? "" : null)
        .stub();
  }

  private static boolean allows(boolean secure, String address, String header) {
    return new Transport(false).allows(request(secure, address, header));
  }

  @Test
  @Clause("V-36")
  void httpsIsAllowedFromEverywhere() {
    assertThat(allows(true, "192.0.2.1", "X-Forwarded-For")).isTrue();
  }

  @Test
  @Clause("V-36")
  void httpIsAllowedFromThisMachineOnly() {
    assertThat(allows(false, "127.0.0.1", null)).isTrue();
    assertThat(allows(false, "192.0.2.1", null)).isFalse();
  }

  @Test
  @Clause("V-36")
  void allowHttpLiftsTheCheck() {
    assertThat(new Transport(true).allows(request(false, "192.0.2.1", "Via"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Forwarded",
        "X-Forwarded-For",
        "X-Forwarded-Proto",
        "X-Forwarded-Host",
        "X-Forwarded-Port",
        "X-Forwarded-Server",
        "X-Forwarded-Scheme",
        "X-Forwarded-Ssl",
        "X-Scheme",
        "True-Client-IP",
        "CF-Connecting-IP",
        "X-Real-IP",
        "Via"
      })
  @Clause("V-36")
  void loopbackDoesNotCountForWhatAProxyPassedOn(String header) {
    assertThat(allows(false, "127.0.0.1", header)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.254",
        "::1",
        "0:0:0:0:0:0:0:1",
        "0000:0000:0000:0000:0000:0000:0000:0001",
        "[::1]",
        "::1%lo",
        "0:0:0:0:0:0:0:1%0",
        "::ffff:127.0.0.1",
        "::FFFF:7f00:1",
        "0:0:0:0:0:ffff:7f01:203"
      })
  void loopbackIsRecognisedInEverySpelling(String address) {
    assertThat(Loopback.isAddress(address)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "localhost",
        "127.0.0.1.example.org",
        "127.0.0.1:80",
        "127.1",
        "127.0.0.256",
        "127.0.0.01",
        "0127.0.0.1",
        "2130706433",
        "128.0.0.1",
        "10.0.0.1",
        "0.0.0.0",
        "::",
        "::2",
        "::127.0.0.1x",
        "fe80::1",
        "::ffff:10.0.0.1",
        "1::1::1",
        "::1 ",
        "example.org:1"
      })
  void nothingElseIs(String address) {
    assertThat(Loopback.isAddress(address)).isFalse();
  }
}
