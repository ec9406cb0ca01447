package org.launchgate.jwks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long keys are fresh, by header. */
class CacheLifetimeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          max-age=3600                   | -    | 3600
          public, max-age=3600           | -    | 3600
          Max-Age=3600                   | -    | 3600
          max-age="3600"                 | -    | 3600
          max-age=60                     | -    | 60
          max-age=59                     | -    | 60
          max-age=0                      | -    | 60
          max-age=86400                  | -    | 86400
          max-age=86401                  | -    | 86400
          max-age=99999999999999999999   | -    | 86400
          max-age=0000000000000000600    | -    | 600
          max-age=-1                     | -    | 60
          max-age=soon                   | -    | 60
          max-age=                       | -    | 60
          max-age=900, max-age=300       | -    | 300
          max-age=3600                   | 600  | 3000
          max-age=3600                   | 3600 | 60
          max-age=3600                   | 9999 | 60
          max-age=3600                   | x    | 3600
          no-store                       | -    | 60
          no-cache, max-age=3600         | -    | 60
          no-cache="Set-Cookie", max-age=900 | - | 900
          must-revalidate, max-age=900   | -    | 900
          must-revalidate                | -    | 600
          s-maxage=30                    | -    | 600
          -                              | -    | 600
          -                              | 500  | 600
          """)
  void lifetimeFollowsTheHeadersWithinBounds(String control, String age, long seconds) {
    assertThat(CacheLifetime.of(head(control, age))).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void severalFieldsAreOneList() {
    AnswerHead head =
        new AnswerHead(200, Map.of("cache-control", List.of("max-age=900", "no-store")));

    assertThat(CacheLifetime.of(head)).isEqualTo(Duration.ofMinutes(1));
  }

  private static AnswerHead head(String control, String age) {
    return new AnswerHead(
        200,
        Map.of(
            "cache-control", control == null ? List.of() : List.of(control),
            "age", age == null ? List.of() : List.of(age)));
  }
}
