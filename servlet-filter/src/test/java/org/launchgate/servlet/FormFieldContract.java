package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A form may name its window by a field, and the application reads of it what it would read without
 * Launchgate. Each server runs the same application twice, once with {@code formField=false}, where
 * no body is touched; both have to say the same.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FormFieldContract {
  static final String FORM = "application/x-www-form-urlencoded";

  private Server touched;
  private Server untouched;
  private Browser browser;
  private Browser other;
  private String window;

  /** A running application with {@link FormEcho} at {@code /echo}, a window's id at /window. */
  interface Server extends AutoCloseable {
    Browser browser();

    @Override
    void close();
  }

  abstract Server start(boolean formField) throws Exception;

  /** Forms that this server, too, reads as the specification says. */
  List<Form> more() {
    return List.of();
  }

  @BeforeAll
  final void startBoth() throws Exception {
    touched = start(true);
    untouched = start(false);
    browser = touched.browser();
    window = launched(browser, "1");
    launched(browser, "2");
    other = untouched.browser();
    launched(other, "1");
    launched(other, "2");
  }

  @AfterAll
  final void stopBoth() {
    touched.close();
    untouched.close();
  }

  private static String launched(Browser browser, String patient) {
    HttpResponse<String> answer = browser.launch(Launches.patient(patient).token());
    return Browser.header(answer, "Location").replaceFirst(".*_lw=", "");
  }

  /**
   * A form as it is sent.
   *
   * @param body each character of which is a byte
   */
  record Form(String name, String type, String query, String body, List<String> headers) {
    static Form of(String name, String type, String query, String body, String... headers) {
      return new Form(name, type, query, body, List.of(headers));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Form> FORMS =
      List.of(
          Form.of("plain", FORM, "", "a=1&b=2"),
          Form.of("query first", FORM, "?a=q&c=q", "a=1&a=2&b=3"),
          Form.of("UTF-8 unsaid", FORM, "?q=%C3%A9", "a=%C3%A9"),
          Form.of("UTF-8 said", FORM + ";charset=UTF-8", "?q=%C3%A9", "a=%C3%A9&%C3%A9=b"),
          Form.of("Latin-1 said", FORM + "; charset=ISO-8859-1", "", "a=%E9"),
          Form.of("set by a filter", FORM, "?q=%C3%A9", "a=%C3%A9", "Encoding", "UTF-8"),
          Form.of("bare bytes", FORM, "", "a=\u00c3\u00a9", "Encoding", "UTF-8"),
          Form.of("odd", FORM, "", "a=&b&c=x=y&d=1+2%202&%20=%3D%26&a=%2B"),
          Form.of("only a name", FORM, "?a", "a"),
          Form.of("type in capitals", "Application/X-WWW-Form-URLEncoded", "", "a=1"),
          Form.of("another type", "text/plain;charset=UTF-8", "?a=q", "a=1"),
          Form.of("large", FORM, "", "a=" + "x".repeat(150_000)),
          Form.of("empty", FORM, "?a=q", ""));

  final Stream<Arguments> everyFormInEveryWay() {
    return Stream.concat(FORMS.stream(), more().stream())
        .flatMap(form -> FormEcho.WAYS.stream().map(how -> Arguments.of(form, how)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("everyFormInEveryWay")
  void applicationReadsWhatItWouldReadWithoutUs(Form form, String how) {
    HttpResponse<String> with = send(browser, form, how);
    HttpResponse<String> without = send(other, form, how);

    assertThat(with.statusCode()).isEqualTo(without.statusCode());
    assertThat(with.body()).isEqualTo(without.body());
    assertThat(Browser.header(with, "Before")).isEqualTo(Browser.header(without, "Before"));
  }

  private static HttpResponse<String> send(Browser to, Form form, String how) {
    try {
      return sendOnce(to, form, how);
    } catch (IllegalStateException e) {
      if (!String.valueOf(e.getMessage()).contains("received no bytes")) {
        throw e;
      }
      // The server closed the connection of the request before, whose body nobody had read to its
      // end, just when the client took it for this one: it has not seen this one.
      return sendOnce(to, form, how);
    }
  }

  private static HttpResponse<String> sendOnce(Browser to, Form form, String how) {
    return to.send(
        "POST",
        "/echo" + form.query(),
        BodyPublishers.ofString(form.body(), StandardCharsets.ISO_8859_1),
        headers(form, "How", how));
  }

  private static String[] headers(Form form, String... more) {
    List<String> all = new ArrayList<>(List.of("Content-Type", form.type()));
    all.addAll(form.headers());
    all.addAll(Arrays.asList(more));
    return all.toArray(new String[0]);
  }

  private String windowOf(String query, BodyPublisher body, String... headers) {
    HttpResponse<String> answer = browser.send("POST", "/window" + query, body, headers);
    return answer.statusCode() == 200 ? answer.body() : String.valueOf(answer.statusCode());
  }

  private String windowOf(String query, String body) {
    return windowOf(query, BodyPublishers.ofString(body), "Content-Type", FORM);
  }

  @Test
  void fieldNamesTheWindow() {
    assertThat(windowOf("", "a=1&_lw=" + window + "&b=2")).isEqualTo(window);
    assertThat(windowOf("", "%5Flw=" + window)).isEqualTo(window);
    assertThat(windowOf("", "_lw=" + window + "&_lw=" + window)).isEqualTo(window);
  }

  @Test
  void fieldIsStillThereForTheApplication() {
    assertThat(send(browser, Form.of("", FORM, "", "a=1&_lw=" + window), "map").body())
        .isEqualTo("map: a=[1] _lw=[" + window + "] \n");
  }

  @Test
  void formWithoutTheFieldNamesNone() {
    assertThat(windowOf("", "a=1&x_lw=" + window + "&_lwx=" + window)).isEqualTo("none");
  }

  @Test
  void fieldThatNamesNoWindowOfTheSessionIsRefused() {
    for (String value : new String[] {"", "AAAAAAAAAAAAAAAA", "%zz"}) {
      String expected = value.startsWith("%") ? "none" : "409"; // no value at all can be read
      assertThat(windowOf("", "_lw=" + value)).as(value).isEqualTo(expected);
    }
  }

  @Test
  void twoDifferentFieldsAreRefused() {
    assertThat(windowOf("", "_lw=" + window + "&_lw=AAAAAAAAAAAAAAAA")).isEqualTo("409");
  }

  @Test
  void addressAndHeaderCountBeforeTheField() {
    assertThat(windowOf("?_lw=" + window, "_lw=AAAAAAAAAAAAAAAA")).isEqualTo(window);
    assertThat(
            windowOf(
                "",
                BodyPublishers.ofString("_lw=AAAAAAAAAAAAAAAA"),
                "Content-Type",
                FORM,
                "Launch-Window",
                window))
        .isEqualTo(window);
  }

  @Test
  void bodyThatIsNoFormOfKnownLengthIsNotRead() {
    byte[] body = ("_lw=" + window).getBytes(StandardCharsets.US_ASCII);
    assertThat(windowOf("", BodyPublishers.ofByteArray(body), "Content-Type", "text/plain"))
        .isEqualTo("none");
    assertThat(
            windowOf(
                "",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                "Content-Type",
                FORM))
        .isEqualTo("none");
    assertThat(
            windowOf(
                "",
                BodyPublishers.ofByteArray(body),
                "Content-Type",
                FORM,
                "Content-Encoding",
                "identity"))
        .isEqualTo("none");
  }

  @Test
  void multipartFormIsNotRead() {
    String part = "--x\r\nContent-Disposition: form-data; name=\"_lw\"\r\n\r\n" + window;
    assertThat(
            windowOf(
                "",
                BodyPublishers.ofString(part + "\r\n--x--\r\n"),
                "Content-Type",
                "multipart/form-data; boundary=x"))
        .isEqualTo("none");
  }

  @Test
  void formUpToTheLimitIsRead() {
    String field = "_lw=" + window + "&a=";
    String filling = "x".repeat(FormBody.MAX_BYTES - field.length());
    assertThat(windowOf("", field + filling)).isEqualTo(window);
    // on a connection of its own: a server may close it where nobody has read so much
    Browser once = touched.browser().cookie(browser.cookie());
    assertThat(once.postOnly("/window", field + filling + "x").body()).isEqualTo("none");
  }

  @Test
  void putIsNotRead() {
    HttpResponse<String> answer =
        browser.send(
            "PUT", "/window", BodyPublishers.ofString("_lw=" + window), "Content-Type", FORM);
    assertThat(answer.body()).isEqualTo("none");
  }

  @Test
  void windowIsClosedByAFormThatNamesItByTheField() {
    String third = launched(browser, "3");
    assertThat(browser.postOnly("/close", "_lw=" + third).statusCode()).isEqualTo(200);
    assertThat(windowOf("", "_lw=" + third)).isEqualTo("409");
  }
}
