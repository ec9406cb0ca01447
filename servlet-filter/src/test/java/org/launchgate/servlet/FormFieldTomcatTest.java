package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The hidden field on Tomcat. */
class FormFieldTomcatTest extends FormFieldContract {

  @Override
  Server start(boolean formField) {
    return start(new TomcatApp(), formField);
  }

  /** Jetty 12.1 takes no notice of the encoding that is set, and of "&&" as an empty name. */
  @Override
  List<Form> more() {
    return List.of(
        Form.of("set otherwise", FORM, "", "a=%A4", "Encoding", "ISO-8859-15"),
        Form.of("said, set otherwise", FORM + ";charset=UTF-8", "", "a=%E9", "Encoding", "l1"),
        Form.of("no UTF-8", FORM, "", "a=%E9b", "Encoding", "UTF-8"),
        Form.of("holes", FORM, "", "&&a=1&&=2&%zz=3&b=%4&c=%G1&&"));
  }

  private static Server start(TomcatApp app, boolean formField) {
    TomcatApp started =
        app.param("windows", "many")
            .param("closePath", "/close")
            .param("formField", String.valueOf(formField))
            .launchFilter(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR)
            .filter(new FormEcho.Encoding())
            .page("/echo", new FormEcho()::service)
            .page(
                "/window",
                (request, response) ->
                    response.getWriter().print(LaunchAttributes.windowOf(request).orElse("none")))
            .start();
    return new Server() {
      @Override
      public Browser browser() {
        return started.browser();
      }

      @Override
      public void close() {
        started.close();
      }
    };
  }

  @Test
  void unknownCharsetIsTheDefaultOne() {
    applicationReadsWhatItWouldReadWithoutUs(
        Form.of("unknown charset", FORM + ";charset=x", "", "a=%E9b"), "map-stream-reader");
  }

  @Test
  void fieldOfAFormThatAnEarlierFilterHasHadParsedIsFound() {
    TomcatApp app =
        new TomcatApp()
            .filter(
                (request, response, chain) -> {
                  request.getParameterMap();
                  chain.doFilter(request, response);
                });
    try (Server server = start(app, true)) {
      Browser browser = server.browser();
      String location = Browser.header(browser.launch(Launches.patient("1").token()), "Location");
      String window = location.replaceFirst(".*_lw=", "");
      browser.launch(Launches.patient("2").token());

      assertThat(browser.postOnly("/window", "a=1&_lw=" + window).body()).isEqualTo(window);
      assertThat(browser.postOnly("/window", "_lw=AAAAAAAAAAAAAAAA").statusCode()).isEqualTo(409);
      assertThat(
              browser
                  .send(
                      "POST",
                      "/echo?a=q",
                      BodyPublishers.ofString("a=1"),
                      "Content-Type",
                      FORM,
                      "How",
                      "map-reader")
                  .body())
          .isEqualTo("map: a=[q, 1] \nreader: \n");
    }
  }

  @Test
  void formThatAnEarlierFilterReadsAsTextStaysItsOwn() {
    TomcatApp app =
        new TomcatApp()
            .filter(
                (request, response, chain) -> {
                  request.getReader().read();
                  chain.doFilter(request, response);
                });
    try (Server server = start(app, true)) {
      Browser browser = server.browser();
      browser.launch(Launches.patient("1").token());
      browser.launch(Launches.patient("2").token());

      assertThat(browser.postOnly("/window", "a=1&_lw=AAAAAAAAAAAAAAAA").body()).isEqualTo("none");
      assertThat(browser.postOnly("/echo", "a=1", "How", "reader").body())
          .isEqualTo("reader: =1\n");
    }
  }
}
