package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        .answer("getHeaderNames", none -> Collections.enumeration(names(header)))
        .stub();
  }

  private static List<String> names(@Nullable String header) {
    return Stream.of("Host", "Accept", "Cookie", header).filter(Objects::nonNull).toList();
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
        "X-Forwarded",
        "X-Forwarded-Protocol",
        "x-forwarded-by",
        "X-Original-Forwarded-For",
        "X-Original-Proto",
        "X-Envoy-External-Address",
        "X-Url-Scheme",
        "X-Client-IP",
        "X-Cluster-Client-IP",
        "Fastly-Client-IP",
        "CF-Visitor",
        "Front-End-Https",
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

  @Test
  void loopbackDoesNotCountWhereTheServerShowsNoHeaders() {
    HttpServletRequest request =
        Stub.of(HttpServletRequest.class)
            .answer("isSecure", false)
            .answer("getRemoteAddr", "127.0.0.1")
            .answer("getHeaderNames", (Object) null)
            .stub();
    assertThat(new Transport(false).allows(request)).isFalse();
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
