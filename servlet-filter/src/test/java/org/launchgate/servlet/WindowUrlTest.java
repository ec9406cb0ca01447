package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses name the window, and which are left alone. */
class WindowUrlTest {
  private static final String ID = "AAAAAAAAAAAAAAAA";

  @SuppressWarnings("JdkObsolete") // the Servlet API answers one
  private static HttpServletRequest request(String context, String uri) {
    return Stub.of(HttpServletRequest.class)
        .answer("getContextPath", context)
        .answer("getRequestURI", uri)
        .answer("getRequestURL", a -> new StringBuffer("https://portal.example:8443" + uri))
        .stub();
  }

  private static String encode(String url) {
    return new WindowUrl(request("/app", "/app/dossier/page"), ID).encode(url);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/app|/app?_lw=ID",
        "/app/|/app/?_lw=ID",
        "/app/a|/app/a?_lw=ID",
        "/app/a?b=c|/app/a?b=c&_lw=ID",
        "/app/a?|/app/a?_lw=ID",
        "/app/a#f|/app/a?_lw=ID#f",
        "/app/a?b=c#f?g|/app/a?b=c&_lw=ID#f?g",
        "/app/a;jsessionid=1|/app/a;jsessionid=1?_lw=ID",
        "/app;v=1|/app;v=1?_lw=ID",
        "/app/a?x_lw=1|/app/a?x_lw=1&_lw=ID",
        "/app/a?_lwx=1|/app/a?_lwx=1&_lw=ID",
        "/app/a#_lw=1|/app/a?_lw=ID#_lw=1",
        "/app/../app/a|/app/../app/a?_lw=ID",
        "a|a?_lw=ID",
        "./a|./a?_lw=ID",
        "../a|../a?_lw=ID",
        "../../app/a|../../app/a?_lw=ID",
        "?b=c|?b=c&_lw=ID",
        "?|?_lw=ID",
        "a.jsp|a.jsp?_lw=ID",
        "picture.png|picture.png?_lw=ID",
        "css|css?_lw=ID",
        "map?x=a.js|map?x=a.js&_lw=ID",
        "https://portal.example:8443/app/a|https://portal.example:8443/app/a?_lw=ID",
        "HTTPS://PORTAL.example:8443/app|HTTPS://PORTAL.example:8443/app?_lw=ID",
      })
  void addressOfThisApplicationNamesTheWindow(String url, String expected) {
    assertThat(encode(url)).isEqualTo(expected.replace("ID", ID));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "#",
        "#top",
        "/",
        "/other",
        "/application",
        "/app/../other",
        "/app/a/../../other",
        "../../other",
        "../../../other",
        "//evil.example/app",
        "//portal.example:8443/app",
        "///evil.example/app",
        "/\\evil.example/app",
        "\\\\evil.example/app",
        "\\evil.example/app",
        "https://evil.example/app/a",
        "https://portal.example/app/a",
        "http://portal.example:8443/app/a",
        "https://portal.example:8443.evil.example/app",
        "https://portal.example:8443@evil.example/app",
        "https://portal.example:8443/other",
        "https://portal.example:8443",
        "https:/app/a",
        "https:app/a",
        "javascript:alert(1)",
        "JavaScript:alert(1)//app/a",
        "data:text/html,/app/a",
        "mailto:a@b.example",
        "tel:+3110",
        "blob:https://portal.example:8443/app/a",
        "/app/a b",
        "/app/<script>",
        "/app/%zz",
        " /app/a",
        "\t//evil.example/app",
        "/\t/evil.example/app"
      })
  void anyOtherAddressIsLeftAlone(String url) {
    assertThat(encode(url)).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "style.css",
        "/app/style.css",
        "/app/style.CSS",
        "/app/style.css?v=1",
        "/app/style.css;v=1#x",
        "app.js",
        "app.mjs",
        "app.js.map",
        "font.woff2",
        "font.woff",
        "font.ttf",
        "font.otf",
        "favicon.ico"
      })
  void whatIsTheSameForEverybodyIsLeftAlone(String url) {
    assertThat(encode(url)).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/app/a?_lw=BBBBBBBBBBBBBBBB",
        "/app/a?b=c&_lw=BBBBBBBBBBBBBBBB#f",
        "/app/a?_lw=",
        "a?_lw=BBBBBBBBBBBBBBBB&b=c"
      })
  void addressThatNamesAWindowAlreadyIsLeftAlone(String url) {
    assertThat(encode(url)).isEqualTo(url);
  }

  @Test
  void inTheRootApplicationEveryPathOfThisHostIsOurs() {
    WindowUrl root = new WindowUrl(request("", "/page"), ID);

    assertThat(root.encode("/")).isEqualTo("/?_lw=" + ID);
    assertThat(root.encode("/a/b")).isEqualTo("/a/b?_lw=" + ID);
    assertThat(root.encode("a")).isEqualTo("a?_lw=" + ID);
    assertThat(root.encode("//evil.example/")).isEqualTo("//evil.example/");
    assertThat(root.encode("/../a")).isEqualTo("/../a");
    assertThat(root.encode("https://portal.example:8443/a"))
        .isEqualTo("https://portal.example:8443/a?_lw=" + ID);
    assertThat(root.encode("https://evil.example/a")).isEqualTo("https://evil.example/a");
  }

  @Test
  void applicationWhoseNameBeginsLikeThisOnesIsAnother() {
    WindowUrl here = new WindowUrl(request("/app", "/app/page"), ID);

    assertThat(here.encode("/app2/a")).isEqualTo("/app2/a");
    assertThat(here.encode("../app2/a")).isEqualTo("../app2/a");
  }
}
