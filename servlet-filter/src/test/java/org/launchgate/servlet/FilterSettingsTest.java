package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.Clause;
import org.launchgate.partner.Placeholders;

/** Every init-param: its default, what is allowed, and what the start says about the rest. */
class FilterSettingsTest {

  private static FilterSettings settings(String... params) {
    return FilterSettings.of(
        InitParams.of(
            InitParams.texts(FilterStubs.with(params).config()), Placeholders.standard()));
  }

  @Test
  void defaultsHoldWhereNothingIsGiven() {
    FilterSettings settings = settings();
    assertThat(settings.partners()).isEmpty();
    assertThat(settings.launchPath()).isEqualTo("/launch");
    assertThat(settings.targetUrl().text()).isEqualTo("/");
    assertThat(settings.loginRequired()).isFalse();
    assertThat(settings.deepLinks()).isTrue();
    assertThat(settings.publicPaths().contain("/")).isFalse();
    assertThat(settings.pages().path(PageKind.DENIED)).isEmpty();
    assertThat(settings.logoutPath()).isEmpty();
    assertThat(settings.clockSkew()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.maxTokenBytes()).isEqualTo(16384);
    assertThat(settings.replayCapacity()).isEqualTo(1_000_000);
    assertThat(settings.replayPartnerShare()).isEqualTo(50);
    assertThat(settings.restartFence()).isTrue();
    assertThat(settings.allowHttp()).isFalse();
  }

  @Test
  void everyParamCanBeSet() {
    FilterSettings settings =
        settings(
            "partners", " /WEB-INF/p.json\n ",
            "launchPath", "/sso/start",
            "targetUrl", "/patient?from=launch",
            "loginRequired", "true",
            "deepLinks", "false",
            "publicPaths", "/about /css/*",
            "errorPage", "/sorry.jsp",
            "logoutPath", "/bye",
            "clockSkew", "PT1M30S",
            "maxTokenBytes", "1048576",
            "replayCapacity", "1000",
            "replayPartnerShare", "100",
            "restartFence", "false",
            "allowHttp", "true");
    assertThat(settings.partners()).contains("/WEB-INF/p.json");
    assertThat(settings.launchPath()).isEqualTo("/sso/start");
    assertThat(settings.targetUrl().text()).isEqualTo("/patient?from=launch");
    assertThat(settings.loginRequired()).isTrue();
    assertThat(settings.deepLinks()).isFalse();
    assertThat(settings.publicPaths().contain("/css/x.css")).isTrue();
    assertThat(settings.pages().path(PageKind.DENIED)).contains("/sorry.jsp");
    assertThat(settings.logoutPath()).contains("/bye");
    assertThat(settings.clockSkew()).isEqualTo(Duration.ofSeconds(90));
    assertThat(settings.maxTokenBytes()).isEqualTo(1_048_576);
    assertThat(settings.replayCapacity()).isEqualTo(1000);
    assertThat(settings.replayPartnerShare()).isEqualTo(100);
    assertThat(settings.restartFence()).isFalse();
    assertThat(settings.allowHttp()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "launchPath|launch",
        "launchPath|/",
        "launchPath|/launch/",
        "launchPath|/launch/*",
        "launchPath|//launch",
        "launchPath|/a/../launch",
        "launchPath|/launch?x=1",
        "launchPath|/la unch",
        "launchPath|/launch;x",
        "launchPath|/%6caunch",
        "targetUrl|home",
        "targetUrl|//evil.example/",
        "targetUrl|///evil.example/",
        "targetUrl|/\\evil.example/",
        "targetUrl|\\/evil.example/",
        "targetUrl|https://evil.example/",
        "targetUrl|/x//y",
        "targetUrl|/../other-app/",
        "targetUrl|/%2e%2e/other-app/",
        "targetUrl|/%5cevil.example",
        "targetUrl|/%0d%0aSet-Cookie:x",
        "targetUrl|/a b",
        "targetUrl|/f\u00f8rste",
        "targetUrl|/#top",
        "targetUrl|/%zz",
        "targetUrl|/launch",
        "targetUrl|/launch?x=1",
        "targetUrl|/launch/demo-xis",
        "targetUrl|/l%61unch",
        "targetUrl|/launch;x=y",
        "targetUrl|/launch/{patient.id}",
        "targetUrl|/{patient.nationalId}",
        "targetUrl|/{patient.familyName}",
        "targetUrl|/{problem}",
        "targetUrl|/{unknown}",
        "targetUrl|/x{patient.id}",
        "targetUrl|/x?{patient.id}=y",
        "deepLinks|yes",
        "loginRequired|yes",
        "loginRequired|TRUE",
        "errorPage|sorry.jsp",
        "errorPage|/sorry.jsp?x=1",
        "errorPage|https://evil.example/",
        "errorPage|//sorry",
        "deniedPage|sorry.jsp",
        "otherUserPage|/ask.jsp?x=1",
        "linkPage|https://evil.example/",
        "logoutPath|logout",
        "logoutPath|/logout/",
        "logoutPath|/launch",
        "logoutPath|/launch/out",
        "clockSkew|-1",
        "clockSkew|121",
        "clockSkew|PT121S",
        "clockSkew|PT-1S",
        "clockSkew|30s",
        "clockSkew|99999999999999999999",
        "clockSkew|PT99999999999999999999S",
        "maxTokenBytes|1023",
        "maxTokenBytes|1048577",
        "maxTokenBytes|16k",
        "replayCapacity|999",
        "replayCapacity|10000001",
        "replayPartnerShare|0",
        "replayPartnerShare|101",
        "replayPartnerShare|50%",
        "restartFence|on",
        "allowHttp|1",
      })
  @Clause("V-35")
  void valueThatIsNotAllowedStopsTheStart(String name, String value) {
    InitParam param = InitParam.named(name).orElseThrow();
    assertThatThrownBy(() -> settings(name, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("init-param " + name + " is \"" + value + "\"; allowed is " + param.allowed());
  }

  @ParameterizedTest
  @CsvSource({"logoutPath,/bye", "closePath,/close", "scriptPath,/l.js"})
  void targetThatTheFilterAnswersItselfStopsTheStart(String name, String path) {
    assertThatThrownBy(() -> settings(name, path, "targetUrl", path + "?x=1"))
        .hasMessageStartingWith("init-param targetUrl is \"" + path + "?x=1\"; allowed is ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"about", "/*", "/a/*/b", "/a/**", "*.css", "/a/../b", "/ok,bad"})
  void publicPathThatIsNotAllowedStopsTheStart(String paths) {
    assertThatThrownBy(() -> settings("loginRequired", "true", "publicPaths", paths))
        .hasMessageStartingWith("init-param publicPaths is \"" + paths + "\"; allowed is ");
  }

  @Test
  void publicPathsWithoutLoginRequiredStopTheStart() {
    assertThatThrownBy(() -> settings("publicPaths", "/about"))
        .hasMessageStartingWith(
            "init-param publicPaths has no effect unless loginRequired is true");
  }

  @ParameterizedTest
  @CsvSource({"0,0", "120,120", "PT0S,0", "PT2M,120"})
  void clockSkewMayLieAtItsBounds(String text, long seconds) {
    assertThat(settings("clockSkew", text).clockSkew()).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({
    "launchpath,launchPath",
    "target,targetUrl",
    "targetURL,targetUrl",
    "publicPath,publicPaths",
    "logout,logoutPath",
    "partner,partners",
    "maxTokenSize,maxTokenBytes"
  })
  void unknownNameStopsTheStartAndIsCompared(String name, String nearest) {
    assertThatThrownBy(() -> settings(name, "hunter2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "init-param \""
                + name
                + "\" does not exist; the nearest one is "
                + nearest
                + ", and all of them are "
                + String.join(", ", InitParam.names()));
  }

  @ParameterizedTest
  @EnumSource(InitParam.class)
  void emptyValueStopsTheStart(InitParam param) {
    assertThatThrownBy(() -> settings(param.param(), "  "))
        .hasMessageStartingWith("init-param " + param.param() + " is empty; leave it out, or give");
  }

  @Test
  void placeholdersAreReplaced(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("skew"), "45\n");
    assertThat(settings("clockSkew", "${file:" + file + "}").clockSkew())
        .isEqualTo(Duration.ofSeconds(45));
    assertThat(settings("targetUrl", "/${sys:file.encoding}").targetUrl().text())
        .isEqualTo("/" + System.getProperty("file.encoding"));
  }

  @Test
  void valueBehindAPlaceholderIsNeverShown(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("secret"), "hunter2");
    String written = "${file:" + file + "}";
    for (InitParam param :
        new InitParam[] {InitParam.CLOCK_SKEW, InitParam.LAUNCH_PATH, InitParam.ALLOW_HTTP}) {
      assertThatThrownBy(() -> settings(param.param(), written))
          .hasMessageContaining("is \"" + written + "\"")
          .hasMessageNotContaining("hunter2")
          .hasNoCause();
    }
  }

  @Test
  void placeholderThatLeadsNowhereStopsTheStart() {
    assertThatThrownBy(() -> settings("clockSkew", "${sys:launchgate.no.such}"))
        .hasMessageContaining("init-param clockSkew")
        .hasMessageContaining("launchgate.no.such");
  }

  @Test
  void namesAreLowerCamelCaseAndEveryParamIsDescribed() {
    assertThat(InitParam.names())
        .doesNotHaveDuplicates()
        .allMatch(n -> n.matches("[a-z]+([A-Z][a-z]+)*"));
    assertThat(Arrays.stream(InitParam.values()))
        .allSatisfy(
            param -> {
              assertThat(param.allowed()).isNotBlank();
              assertThat(param.meaning()).isNotBlank();
            });
  }

  @Test
  void everyDefaultIsItselfAllowed() {
    for (InitParam param : InitParam.values()) {
      if (!param.defaultText().isEmpty()) {
        assertThat(settings(param.param(), param.defaultText())).isNotNull();
      }
    }
  }
}
