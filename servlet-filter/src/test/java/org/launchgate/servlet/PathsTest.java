package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.Clause;
import org.launchgate.partner.ConfigSource;

/** Paths: of requests, of the target, and of configuration files. */
class PathsTest {
  private final LaunchPath launchPath = new LaunchPath("/launch");
  private final PathPatterns publicPaths = PathPatterns.parse("/, /about,/css/*\n/a/b/*").get();

  @ParameterizedTest
  @ValueSource(strings = {"/launch", "/launch/", "/launch/x", "/launch/x/y", "/launch//"})
  void launchPathCoversEverythingBelowIt(String path) {
    assertThat(launchPath.covers(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "", "/launched", "/launc", "/x/launch", "/Launch"})
  void launchPathCoversNothingElse(String path) {
    assertThat(launchPath.covers(path)).isFalse();
  }

  @Test
  void oneSegmentBelowTheLaunchPathIsAPartner() {
    assertThat(launchPath.partner("/launch/demo-xis")).contains("demo-xis");
    assertThat(launchPath.partner("/launch")).isEmpty();
    assertThat(launchPath.partner("/launch/")).isEmpty();
    assertThat(launchPath.partner("/launch/a/b")).isEmpty();
    assertThat(launchPath.partner("/launch//a")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/about", "/css", "/css/", "/css/x/y.css", "/a/b/c"})
  void publicPathsArePublic(String path) {
    assertThat(publicPaths.contain(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/about/",
        "/about/x",
        "/cssx",
        "/a/c",
        "",
        "/css/../x",
        "/css//x",
        "/css/\\x",
        "/css/..",
        "/css/%2e%2e/x",
        "/css/;x",
        "/css/\u0000x",
        "/css/\nx"
      })
  void everythingElseIsNot(String path) {
    assertThat(publicPaths.contain(path)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'',/,/",
    "/app,/,/app/",
    "/app,/home?x=1,/app/home?x=1",
    "/my app,/,/my%20app/",
    "/f\u00f8rste,/,/f%C3%B8rste/"
  })
  @Clause("V-35")
  void targetStaysInTheApplication(String contextPath, String target, String location) {
    assertThat(TargetUrl.of(contextPath, target).location()).isEqualTo(location);
  }

  @ParameterizedTest
  @CsvSource({
    "/WEB-INF/partners.json,keys/x.pem,/WEB-INF/keys/x.pem",
    "/WEB-INF/partners.json,./x.pem,/WEB-INF/x.pem",
    "/WEB-INF/partners.json,../x.pem,/x.pem",
    "/WEB-INF/partners.json,../../x.pem,/../x.pem",
    "/WEB-INF/partners.json,../..\\../x.pem,/../../x.pem",
    "conf/partners.json,../x.pem,x.pem",
    "conf/partners.json,../../x.pem,../x.pem"
  })
  void relativePathsAreNormalised(String file, String relative, String resolved) {
    assertThat(RelativePath.beside(file, relative)).isEqualTo(resolved);
  }

  @Test
  void fileInTheWarIsReadAndResolvesItsNeighbours() throws Exception {
    FilterStubs stubs = new FilterStubs();
    stubs.resources.put("/WEB-INF/keys/x.pem", "key");
    ConfigSource partners = new WebappSource(stubs.context(), "/WEB-INF/partners.json");
    assertThat(partners.name()).isEqualTo("/WEB-INF/partners.json");
    assertThat(partners.resolve("keys/x.pem").read())
        .isEqualTo("key".getBytes(StandardCharsets.UTF_8));
    assertThat(partners.resolve("/WEB-INF/keys/x.pem").read()).hasSize(3);
    assertThatThrownBy(() -> partners.resolve("keys/y.pem").read())
        .isInstanceOf(FileNotFoundException.class)
        .hasMessage("/WEB-INF/keys/y.pem is not in the web application");
  }

  @Test
  void fileInTheWarNeverLeavesIt() {
    FilterStubs stubs = new FilterStubs();
    stubs.resources.put("/../x.pem", "outside");
    ConfigSource partners = new WebappSource(stubs.context(), "/WEB-INF/partners.json");
    for (String path : new String[] {"../../x.pem", "/WEB-INF/../../x.pem"}) {
      assertThatThrownBy(() -> partners.resolve(path).read())
          .isInstanceOf(FileNotFoundException.class)
          .hasMessageEndingWith("leads out of the web application");
    }
  }

  @Test
  void absolutePathIsAFileOnDisk(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("x.pem"), "key");
    assertThat(
            new WebappSource(new FilterStubs().context(), "/WEB-INF/p.json")
                .resolve(file.toString())
                .read())
        .hasSize(3);
    assertThat(new ClasspathSource(loader(), "p.json").resolve(file.toString()).read()).hasSize(3);
  }

  @Test
  void fileOnTheClassPathIsReadAndNeverLeavesIt() throws Exception {
    String path = PathsTest.class.getName().replace('.', '/') + ".class";
    ConfigSource source = new ClasspathSource(loader(), path);
    assertThat(source.name()).isEqualTo("classpath:" + path);
    assertThat(source.read()).startsWith(0xCA, 0xFE);
    assertThat(source.resolve("../servlet/PathsTest.class").read()).startsWith(0xCA, 0xFE);
    assertThatThrownBy(() -> source.resolve("nothing").read()).hasMessageEndingWith("class path");
    assertThatThrownBy(() -> source.resolve("../../../../x").read())
        .hasMessageEndingWith("leads out of the class path");
  }

  private static ClassLoader loader() {
    return PathsTest.class.getClassLoader();
  }
}
