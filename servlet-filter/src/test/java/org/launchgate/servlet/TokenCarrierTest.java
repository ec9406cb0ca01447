package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.RefusalReason.REQUEST_MALFORMED;
import static org.launchgate.RefusalReason.TOKEN_AMBIGUOUS;
import static org.launchgate.RefusalReason.TOKEN_MISSING;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.CarryingJson;
import org.launchgate.Clause;
import org.launchgate.RefusalReason;
import org.launchgate.profile.Carrier;
import org.launchgate.profile.Channel;

/** Checklist row 1: one token exactly. */
class TokenCarrierTest {
  private final TokenCarrier carrier =
      new TokenCarrier(
          Set.of(
              new Carrier("token", Set.of(Channel.QUERY, Channel.FORM)),
              new Carrier("payload", Set.of(Channel.FORM, Channel.JSON, Channel.BODY))));

  private Finding post(String query, String form) {
    return carrier.inForm(
        query, FormFields.ofBytes(form.getBytes(StandardCharsets.US_ASCII)).orElseThrow());
  }

  private static void assertFound(Finding finding, Channel channel, String field, String token) {
    Finding.Token found = (Finding.Token) finding;
    assertThat(found.compact()).isEqualTo(token);
    assertThat(found.arrival().channel()).isEqualTo(channel);
    assertThat(found.arrival().field()).isEqualTo(field);
    assertThat(found.arrival().partner()).isEmpty();
    assertThat(found.toString()).doesNotContain(token);
  }

  private static void assertRefused(Finding finding, RefusalReason reason) {
    assertThat(finding).isInstanceOf(Finding.None.class);
    assertThat(((Finding.None) finding).refusal().reason()).isEqualTo(reason);
    assertThat(((Finding.None) finding).refusal().detail()).doesNotContain("x.y.z");
  }

  @Nested
  class Get {
    @Test
    void tokenOfTheQueryIsFound() {
      assertFound(carrier.inQuery("a=1&token=x.y.z&b=%20"), Channel.QUERY, "token", "x.y.z");
      assertFound(carrier.inQuery("pa%79load=x%2Ey%2ez"), Channel.QUERY, "payload", "x.y.z");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "a=x.y.z", "Token=x.y.z", "token", "token=", "payload="})
    void noTokenIsMissing(String query) {
      assertRefused(carrier.inQuery(query), TOKEN_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "token=x.y.z&token=other",
          "token=x.y.z&token=x.y.z",
          "token=x.y.z&payload=x.y.z",
          "token=x.y.z&payload=",
          "token&token=x.y.z",
          "token=x.y.z&%74oken=x.y.z"
        })
    @Clause("V-1")
    void moreThanOneIsAmbiguous(String query) {
      assertRefused(carrier.inQuery(query), TOKEN_AMBIGUOUS);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"token=x.y.z&a=%", "token=%zz", "token=x.y.z&a=%ff", "token=x.y.z&\u00e6"})
    void unreadableQueryIsMalformed(String query) {
      assertRefused(carrier.inQuery(query), REQUEST_MALFORMED);
    }
  }

  @Nested
  class Post {
    @Test
    void tokenOfTheFormIsFound() {
      assertFound(post(null, "payload=x.y.z&a=1"), Channel.FORM, "payload", "x.y.z");
      assertFound(post("a=1", "token=x.y.z"), Channel.FORM, "token", "x.y.z");
    }

    @Test
    void noTokenIsMissing() {
      assertRefused(post(null, ""), TOKEN_MISSING);
      assertRefused(post("a=1", "token="), TOKEN_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"token=x.y.z", "token=", "payload=x.y.z"})
    @Clause("V-1")
    void tokenInQueryAndFormIsAmbiguous(String query) {
      assertRefused(post(query, "token=x.y.z"), TOKEN_AMBIGUOUS);
    }

    @Test
    @Clause("V-1")
    void twoInTheFormAreAmbiguous() {
      assertRefused(post(null, "token=x.y.z&payload=x.y.z"), TOKEN_AMBIGUOUS);
      assertRefused(post(null, "token=x.y.z&token="), TOKEN_AMBIGUOUS);
    }

    @Test
    void tokenInTheQueryAloneIsMalformed() {
      assertRefused(post("token=x.y.z", "a=1"), REQUEST_MALFORMED);
      assertRefused(post("token=", ""), REQUEST_MALFORMED);
    }

    @Test
    void unreadableQueryIsMalformed() {
      assertRefused(post("a=%", "token=x.y.z"), REQUEST_MALFORMED);
    }
  }

  @Nested
  class PostedJson {
    private Finding post(String query, String json) {
      return carrier.inJson(
          query,
          CarryingJson.read(json.replace('\'', '"').getBytes(StandardCharsets.US_ASCII))
              .orElseThrow());
    }

    @Test
    void tokenOfTheMemberIsFound() {
      assertFound(post(null, "{'payload': 'x.y.z', 'a': 1}"), Channel.JSON, "payload", "x.y.z");
    }

    @Test
    void noTokenIsMissing() {
      assertRefused(post(null, "{}"), TOKEN_MISSING);
      assertRefused(post(null, "{'payload': ''}"), TOKEN_MISSING);
      assertRefused(post(null, "{'a': {'payload': 'x.y.z'}}"), TOKEN_MISSING);
    }

    @Test
    void tokenThatIsNoTextIsMalformed() {
      assertRefused(post(null, "{'payload': ['x.y.z']}"), REQUEST_MALFORMED);
      assertRefused(post(null, "{'payload': null}"), REQUEST_MALFORMED);
    }

    @Test
    @Clause("V-1")
    void moreThanOneIsAmbiguous() {
      assertRefused(post(null, "{'payload': 'x.y.z', 'token': 'x.y.z'}"), TOKEN_AMBIGUOUS);
      assertRefused(post("token=x.y.z", "{'payload': 'x.y.z'}"), TOKEN_AMBIGUOUS);
    }
  }

  @Nested
  class BareBody {
    private Finding post(String query, String body) {
      return carrier.inBody(query, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void bodyIsTheToken() {
      assertFound(post("a=1", "x.y.z"), Channel.BODY, "", "x.y.z");
    }

    @Test
    void emptyBodyIsMissing() {
      assertRefused(post(null, ""), TOKEN_MISSING);
    }

    @Test
    @Clause("V-1")
    void tokenInTheQueryTooIsAmbiguous() {
      assertRefused(post("token=x.y.z", "x.y.z"), TOKEN_AMBIGUOUS);
    }
  }

  @Test
  void onlyChannelsOfTheProfilesAreTaken() {
    TokenCarrier forms = new TokenCarrier(Set.of(new Carrier("token", Set.of(Channel.FORM))));
    assertThat(forms.takes(Channel.FORM)).isTrue();
    assertThat(forms.takes(Channel.JSON)).isFalse();
    assertThat(forms.takes(Channel.BODY)).isFalse();
  }
}
