package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.launchgate.LogCapture;
import org.launchgate.TestPartner;

/** The start of a filter: where its parts come from, and which mistakes stop it. */
class LaunchFilterStartTest extends FilterStartFixture {
  @Test
  void goodConfigurationStartsAndSaysWhatItDoes() throws Exception {
    try (LogCapture log = new LogCapture()) {
      start(good("targetUrl", "/home"));
      assertThat(log.lines("INFO LaunchFilter"))
          .containsExactly(
              "INFO LaunchFilter launch takes launches from 2 partner(s) at /app/launch, and leads"
                  + " them to /app/home");
    }
    filter.destroy();
    filter.destroy();
  }

  @Test
  void targetThatAPartnersProfileMarksAsPersonalStopsTheStart() {
    FilterStubs stubs = good("targetUrl", "/u/{user.value}");
    stubs.resources.put(
        "/WEB-INF/partners.json",
        TestPartner.partnersFile()
            .replace("\"exorlive\"", "{\"extends\": \"exorlive\", \"personal\": [\"user\"]}"));
    assertStops(stubs, "init-param targetUrl", "{user.value}", "partner \"tatooine\"");
  }

  @Test
  void requestBeforeTheStartIsNoPass() {
    assertThatThrownBy(() -> filter.doFilter(null, null, null))
        .isInstanceOf(ServletException.class)
        .hasMessageContaining("not initialised");
  }

  /** It would serve the application without the filter, and with everything open. */
  @Test
  void filterThatCannotStartLetsNothingPassOnGlassFish() throws Exception {
    FilterStubs stubs = good("clockSkew", "5m");
    stubs.serverInfo = "Eclipse GlassFish  7.0.25";
    try (LogCapture log = new LogCapture()) {
      start(stubs);
      assertThat(log.lines("SEVERE LaunchFilter"))
          .singleElement()
          .asString()
          .contains("LaunchFilter \"launch\" cannot start: init-param clockSkew is \"5m\"", "503");
    }
    int[] status = new int[1];
    HttpServletResponse response =
        Stub.of(HttpServletResponse.class)
            .answer("setStatus", a -> status[0] = (int) a[0])
            .answer("setHeader", (Object) null)
            .answer("setContentLength", (Object) null)
            .stub();

    filter.doFilter(
        Stub.of(HttpServletRequest.class).stub(),
        response,
        (request, answer) -> {
          throw new AssertionError("it has passed");
        });

    assertThat(status[0]).isEqualTo(503);
  }

  @Test
  void wrongParamStopsTheStart() {
    assertStops(good("clockSkew", "5m"), "init-param clockSkew is \"5m\"");
    assertStops(good("targetUri", "/"), "nearest one is targetUrl");
  }

  @Nested
  class Partners {
    @TempDir Path folder;

    @Test
    void areRequired() {
      assertStops(new FilterStubs(), "init-param partners is missing", "/WEB-INF/");
    }

    @Test
    void mayBeAFile() throws Exception {
      Path file = Files.writeString(folder.resolve("p.json"), TestPartner.partnersFile());
      start(FilterStubs.with("partners", file.toString()));
      start(FilterStubs.with("partners", file.toUri().toString()));
    }

    @Test
    void mayBeOnTheClassPath() throws Exception {
      Files.writeString(folder.resolve("p.json"), TestPartner.partnersFile());
      withLoader(folder, () -> start(FilterStubs.with("partners", "classpath:p.json")));
      withLoader(folder, () -> start(FilterStubs.with("partners", "classpath:/p.json")));
      assertStops(FilterStubs.with("partners", "classpath:p.json"), "init-param partners");
    }

    @Test
    void thatDoNotExistStopTheStart() {
      assertStops(FilterStubs.with("partners", "/WEB-INF/p.json"), "/WEB-INF/p.json");
      assertStops(FilterStubs.with("partners", "/no/such.json"), "/no/such.json", "classpath:");
      assertStops(FilterStubs.with("partners", "file:no:such"), "names no file");
    }

    @Test
    void thatEveryBrowserCouldLoadStopTheStart() {
      FilterStubs stubs = FilterStubs.with("partners", "/partners.json");
      stubs.resources.put("/partners.json", "{}");
      assertStops(stubs, "every browser can load", "move it below /WEB-INF/");
    }

    @Test
    void withAMistakeStopTheStartAndTheCauseIsKept() {
      FilterStubs stubs = good();
      stubs.resources.put("/WEB-INF/partners.json", "{\"partners\": []}");
      assertThatThrownBy(() -> start(stubs))
          .hasMessageContainingAll("init-param partners", "/WEB-INF/partners.json")
          .hasCauseInstanceOf(IllegalArgumentException.class);
    }
  }
}
