package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses of tickets, and which hosts of a request they may name. */
class TicketUrlsTest {
  private static final LaunchTicket TICKET = new LaunchTicket("T");
  private static final TicketUrls ALLOWED =
      new TicketUrls(
          "/app",
          "/launch",
          Optional.empty(),
          List.of("portal.example", "test.example:8443", "127.0.0.1:*", "[::1]:*"));

  private static HttpServletRequest request(String scheme, String host) {
    return Stub.of(HttpServletRequest.class)
        .answer("getScheme", scheme)
        .answer("getHeader", (Object) host)
        .stub();
  }

  @ParameterizedTest
  @CsvSource({
    "https,portal.example,https://portal.example",
    "https,PORTAL.Example,https://portal.example",
    "https,test.example:8443,https://test.example:8443",
    "http,127.0.0.1,http://127.0.0.1",
    "http,127.0.0.1:8080,http://127.0.0.1:8080",
    "http,127.0.0.1:65535,http://127.0.0.1:65535",
    "http,[::1]:8080,http://[::1]:8080"
  })
  void listedHostIsNamed(String scheme, String host, String origin) {
    HttpServletRequest request = request(scheme, host);

    assertThat(ALLOWED.isKnown(request)).isTrue();
    assertThat(ALLOWED.absolute(request, TICKET)).isEqualTo(origin + "/app/launch?launch_ticket=T");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "evil.example",
        "portal.example:8443",
        "portal.example:443",
        "portal.example.evil.example",
        "evil.example/portal.example",
        "portal.example@evil.example",
        "test.example",
        "test.example:8444",
        "test.example:84433",
        "127.0.0.1:",
        "127.0.0.1:x",
        "127.0.0.1:123456",
        "127.0.0.1:80@evil.example",
        "127.0.0.1:80:80",
        "127.0.0.10",
        "127x0x0x1:80",
        "127.0.0.1:*"
      })
  void anyOtherHostIsNot(String host) {
    assertThat(ALLOWED.isKnown(request("https", host))).isFalse();
  }

  private static HttpServletRequest http2(String scheme, String name, int port) {
    return Stub.of(HttpServletRequest.class)
        .answer("getScheme", scheme)
        .answer("getHeader", (Object) null)
        .answer("getServerName", (Object) name)
        .answer("getServerPort", port)
        .stub();
  }

  /** HTTP/2 has a pseudo-header in its place, which servers do not show as a header. */
  @ParameterizedTest
  @CsvSource({
    "https,portal.example,443,https://portal.example",
    "https,Portal.Example,443,https://portal.example",
    "https,test.example,8443,https://test.example:8443",
    "http,127.0.0.1,80,http://127.0.0.1",
    "https,[::1],443,https://[::1]"
  })
  void withoutAHostHeaderTheServersNameCounts(String scheme, String name, int port, String origin) {
    assertThat(ALLOWED.absolute(http2(scheme, name, port), TICKET))
        .isEqualTo(origin + "/app/launch?launch_ticket=T");
  }

  @ParameterizedTest
  @CsvSource({
    "https,portal.example,80",
    "http,portal.example,443",
    "https,test.example,443",
    "https,evil.example,443",
    "https,,443"
  })
  void serversNameThatIsNotListedIsToldNoAddress(String scheme, String name, int port) {
    assertThat(ALLOWED.isKnown(http2(scheme, name, port))).isFalse();
  }

  @Test
  void publicUrlIsNamedWhateverTheRequestSays() {
    TicketUrls urls =
        new TicketUrls("/app", "/sso", Optional.of("https://portal.example/x"), List.of());

    assertThat(urls.isKnown(request("http", "evil.example"))).isTrue();
    assertThat(urls.absolute(request("http", "evil.example"), TICKET))
        .isEqualTo("https://portal.example/x/sso?launch_ticket=T");
  }

  @Test
  void withoutEitherNoHostIsKnown() {
    TicketUrls urls = new TicketUrls("", "/launch", Optional.empty(), List.of());

    assertThat(urls.isKnown(request("https", "portal.example"))).isFalse();
  }

  @Test
  void addressOnThisHostNamesNoHost() {
    assertThat(ALLOWED.local(TICKET)).isEqualTo("/app/launch?launch_ticket=T&launch_cookie=set");
    assertThat(ALLOWED.answers()).isEqualTo("/app/launch");
    assertThat(new TicketUrls("", "/launch", Optional.empty(), List.of()).local(TICKET))
        .isEqualTo("/launch?launch_ticket=T&launch_cookie=set");
  }
}
