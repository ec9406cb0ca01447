package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms and queries: what is read, and what is too doubtful to be read. */
class FormFieldsTest {

  private static List<String> values(String form, String name) {
    return FormFields.ofBytes(form.getBytes(StandardCharsets.UTF_8)).orElseThrow().values(name);
  }

  @ParameterizedTest
  @CsvSource({
    "a=1,1",
    "a=%31,1",
    "%61=1,1",
    "a=x+y,x y",
    "a=x%20y,x y",
    "a=x=y,x=y",
    "b=2&a=1&c,1",
    "&&a=1&,1",
    "a=Bj%C3%B8rn,Bj\u00f8rn",
    "a=Bj%c3%b8rn,Bj\u00f8rn",
    "a=Bj\u00f8rn,Bj\u00f8rn"
  })
  void fieldIsRead(String form, String value) {
    assertThat(values(form, "a")).containsExactly(value);
  }

  @Test
  void moreFieldsThanAnyLaunchHasAreUnreadable() {
    byte[] most = "a=1&".repeat(256).getBytes(StandardCharsets.US_ASCII);
    byte[] more = "a=1&".repeat(257).getBytes(StandardCharsets.US_ASCII);
    assertThat(FormFields.ofBytes(most).orElseThrow().values("a")).hasSize(256);
    assertThat(FormFields.ofBytes(more)).isEmpty();
  }

  @Test
  void everyValueIsRead() {
    assertThat(values("a=1&a=&a&b=2&a=1", "a")).containsExactly("1", "", "", "1");
    assertThat(values("A=1&a[]=2&=3", "a")).isEmpty();
    assertThat(values("=3", "")).containsExactly("3");
    assertThat(values("", "a")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=%",
        "a=%4",
        "a=%zz",
        "a=%u0041",
        "%=1",
        "a=1&b=%C3",
        "a=%ff",
        "a=%C0%80",
        "a=%ED%A0%80",
        "a=% 1",
        "a=%+1",
        "a=%-1"
      })
  void unreadableFormIsNotRead(String form) {
    assertThat(FormFields.ofBytes(form.getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(FormFields.ofQuery(form)).isEmpty();
  }

  @Test
  void bytesThatAreNoUtf8AreNotRead() {
    assertThat(FormFields.ofBytes(new byte[] {'a', '=', (byte) 0xf8})).isEmpty();
  }

  @Test
  void queryHasToBeAscii() {
    assertThat(FormFields.ofQuery("a=Bj\u00f8rn")).isEmpty();
    assertThat(FormFields.ofQuery(null).orElseThrow().values("a")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded",
        "Application/X-WWW-Form-URLencoded",
        "application/x-www-form-urlencoded;charset=utf-8",
        "application/x-www-form-urlencoded ; Charset=\"UTF-8\"",
        "application/x-www-form-urlencoded; v=1;",
      })
  void formInUtf8IsRecognised(String type) {
    assertThat(LaunchMediaType.of(type)).contains(LaunchMediaType.FORM);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "application/x-www-form-urlencodedx",
        "text/plain; application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded; charset=iso-8859-1",
        "application/x-www-form-urlencoded; charset=utf-8; charset=utf-16",
        "application/x-www-form-urlencoded; charset=",
        "application/x-www-form-urlencoded, text/plain",
        "multipart/form-data",
        "application/json; charset=utf-16",
        "application/jsonp",
        "text/json",
        "application/jose"
      })
  void otherTypesAreNot(String type) {
    assertThat(LaunchMediaType.of(type)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json", "Application/JSON", "application/json; charset=UTF-8"})
  void jsonInUtf8IsRecognised(String type) {
    assertThat(LaunchMediaType.of(type)).contains(LaunchMediaType.JSON);
  }

  @Test
  void bareTokenIsRecognised() {
    assertThat(LaunchMediaType.of("application/jwt")).contains(LaunchMediaType.JWT);
  }

  @Test
  void mediaTypeIsShownWithoutItsParametersAndWithoutATokenInIt() {
    assertThat(LaunchMediaType.shown("Text/Plain; x=eyJhbGciOiJIUzI1NiJ9")).isEqualTo("text/plain");
    assertThat(LaunchMediaType.shown("application/eyJhbGciOiJIUzI1NiJ9"))
        .isEqualTo("application/eyjhbgcioijiuzi1nij9");
    assertThat(LaunchMediaType.shown("eyJhbGciOiJIUzI1NiJ9.e30.")).isEqualTo("no media type");
    assertThat(LaunchMediaType.shown(null)).isEqualTo("none");
  }
}
