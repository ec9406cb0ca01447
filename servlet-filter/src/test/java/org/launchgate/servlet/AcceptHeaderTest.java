package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, section 12.5.1, as far as it decides between a page and JSON. */
class AcceptHeaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON",
        "application/problem+json",
        "application/fhir+json",
        "application/json, text/plain, */*",
        "text/html;q=0.5, application/json",
        "text/html;q=0.5,application/problem+json;q=0.9",
        "application/json;q=0.1",
        "application/json;charset=utf-8",
        "*/*;q=0.1, application/json;q=0.2"
      })
  void jsonIsPreferred(String accept) {
    assertThat(new AcceptHeader(List.of(accept)).prefersJson()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*/*",
        "text/html",
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8",
        "text/html, application/json",
        "application/json;q=0.5, text/html;q=0.9",
        "application/json;q=0.5, */*",
        "application/json;q=0",
        "application/json;q=0, */*;q=0",
        "application/json;q=1.5",
        "application/json;q=x",
        "application/jsonp",
        "text/json",
        "image/png",
        ";;,,;q=",
        "application/*"
      })
  void pageIsPreferred(String accept) {
    assertThat(new AcceptHeader(List.of(accept)).prefersJson()).isFalse();
  }

  @Test
  void severalHeadersCountTogether() {
    assertThat(new AcceptHeader(List.of("application/json", "text/html;q=0.3")).prefersJson())
        .isTrue();
    assertThat(new AcceptHeader(List.of()).prefersJson()).isFalse();
  }
}
