package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.partner.Placeholders;

/** The init-params of tickets, users and windows. */
class WindowSettingsTest {

  private static WindowSettings settings(String... params) {
    return FilterSettings.of(
            InitParams.of(
                InitParams.texts(FilterStubs.with(params).config()), Placeholders.standard()))
        .windows();
  }

  @Test
  void defaultsHoldWhereNothingIsGiven() {
    WindowSettings settings = settings();

    assertThat(settings.mode()).isEqualTo(WindowMode.SINGLE);
    assertThat(settings.askOtherUser()).isTrue();
    assertThat(settings.maxAge()).isEqualTo(Duration.ofHours(12));
    assertThat(settings.contextRequired().mayCover("/")).isFalse();
    assertThat(settings.closePath()).isEmpty();
    assertThat(settings.publicUrl()).isEmpty();
    assertThat(settings.allowedHosts()).isEmpty();
  }

  @Test
  void everyParamCanBeSet() {
    WindowSettings settings =
        settings(
            "windows", "many",
            "userChange", "replace",
            "sessionMaxAge", "PT8H",
            "contextRequired", "/patient /dossier/*",
            "closePath", "/close",
            "publicUrl", "https://portal.example:8443/app");

    assertThat(settings.mode()).isEqualTo(WindowMode.MANY);
    assertThat(settings.askOtherUser()).isFalse();
    assertThat(settings.maxAge()).isEqualTo(Duration.ofHours(8));
    assertThat(settings.contextRequired().mayCover("/dossier/x")).isTrue();
    assertThat(settings.contextRequired().mayCover("/patients")).isFalse();
    assertThat(settings.closePath()).contains("/close");
    assertThat(settings.publicUrl()).contains("https://portal.example:8443/app");
    assertThat(settings("windows", "strict").mode()).isEqualTo(WindowMode.STRICT);
    assertThat(settings("userChange", "ask").askOtherUser()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "windows|one",
        "windows|Single",
        "windows|MANY",
        "windows|2",
        "userChange|no",
        "userChange|Ask",
        "userChange|true",
        "sessionMaxAge|59",
        "sessionMaxAge|-1",
        "sessionMaxAge|PT59S",
        "sessionMaxAge|PT59.999S",
        "sessionMaxAge|PT-1S",
        "sessionMaxAge|2592001",
        "sessionMaxAge|PT720H1S",
        "sessionMaxAge|P31D",
        "sessionMaxAge|12h",
        "sessionMaxAge|1.5",
        "sessionMaxAge|99999999999999999999",
        "sessionMaxAge|never",
        "contextRequired|patient",
        "contextRequired|/*",
        "contextRequired|/a/*/b",
        "contextRequired|*.jsp",
        "contextRequired|/a/../b",
        "contextRequired|/ok,bad",
        "closePath|close",
        "closePath|/",
        "closePath|/close/",
        "closePath|/close?x=1",
        "closePath|/launch",
        "closePath|/launch/close",
        "publicUrl|portal.example",
        "publicUrl|/app",
        "publicUrl|//portal.example/app",
        "publicUrl|ftp://portal.example/app",
        "publicUrl|javascript:alert(1)",
        "publicUrl|HTTPS://portal.example",
        "publicUrl|https:///app",
        "publicUrl|https://portal.example/",
        "publicUrl|https://portal.example/app/",
        "publicUrl|https://portal.example/app?x=1",
        "publicUrl|https://portal.example/app?",
        "publicUrl|https://portal.example/app#",
        "publicUrl|https://portal.example/app#x",
        "publicUrl|https://user@portal.example/app",
        "publicUrl|https://portal.example/a b",
        "publicUrl|https://portal.example/\"x",
        "publicUrl|https://portal.example/\\x",
        "publicUrl|https://p\u00f8rtal.example/app",
        "publicUrl|https://portal.example/%zz",
        "allowedHosts|*",
        "allowedHosts|*.portal.example",
        "allowedHosts|https://portal.example",
        "allowedHosts|portal.example/app",
        "allowedHosts|Portal.example",
        "allowedHosts|portal.example:",
        "allowedHosts|portal.example:x",
        "allowedHosts|portal.example:123456",
        "allowedHosts|portal.example:**",
        "allowedHosts|user@portal.example",
        "allowedHosts|portal.example,-x",
        "allowedHosts|.portal.example",
        "allowedHosts|[::1",
      })
  void valueThatIsNotAllowedStopsTheStart(String name, String value) {
    InitParam param = InitParam.named(name).orElseThrow();
    assertThatThrownBy(() -> settings(name, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("init-param " + name + " is \"" + value + "\"; allowed is " + param.allowed());
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "PT0S,0",
    "60,60",
    "PT1M,60",
    "2592000,2592000",
    "PT720H,2592000",
    "P30D,2592000"
  })
  void sessionMaxAgeMayLieAtItsBounds(String text, long seconds) {
    assertThat(settings("sessionMaxAge", text).maxAge()).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://portal.example",
        "http://127.0.0.1:8080/app",
        "https://[::1]:8443",
        "https://portal.example/a/b%20c"
      })
  void publicUrlOfAnApplicationIsTaken(String url) {
    assertThat(settings("publicUrl", url).publicUrl()).contains(url);
  }

  @Test
  void hostsAreSeparatedByCommasOrWhitespace() {
    assertThat(
            settings("allowedHosts", " portal.example,\n localhost:* 127.0.0.1:8080 [::1]:* , a ")
                .allowedHosts())
        .containsExactly("portal.example", "localhost:*", "127.0.0.1:8080", "[::1]:*", "a");
  }

  @Test
  void allowedHostsBesidePublicUrlStopTheStart() {
    assertThatThrownBy(
            () -> settings("publicUrl", "https://portal.example", "allowedHosts", "portal.example"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "init-param allowedHosts has no effect beside publicUrl: leave one of them out");
  }

  @Test
  void closePathThatIsTheLogoutPathStopsTheStart() {
    assertThatThrownBy(() -> settings("logoutPath", "/bye", "closePath", "/bye"))
        .hasMessageStartingWith("init-param closePath is \"/bye\"; allowed is ");
  }
}
