package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.RefusalReason.MEDIA_TYPE_NOT_SUPPORTED;
import static org.launchgate.RefusalReason.REQUEST_MALFORMED;
import static org.launchgate.RefusalReason.REQUEST_TOO_LARGE;
import static org.launchgate.RefusalReason.TOKEN_AMBIGUOUS;
import static org.launchgate.RefusalReason.TOKEN_MISSING;

import jakarta.servlet.ReadListener;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.RefusalReason;
import org.launchgate.profile.Carrier;
import org.launchgate.profile.Channel;

/** How the body of a launch is read, also when somebody else was there first. */
class LaunchPostTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int LIMIT = 1024 + 65536;

  private final LaunchPost posts = new LaunchPost(1024);
  private final TokenCarrier carrier =
      new TokenCarrier(
          Set.of(
              new Carrier("token", Set.of(Channel.QUERY, Channel.FORM)),
              new Carrier("payload", Set.of(Channel.FORM))));

  private static Stub<HttpServletRequest> request(String body) {
    return request(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))
        .answer("getContentLengthLong", (long) body.length());
  }

  private static Stub<HttpServletRequest> request(InputStream body) {
    return Stub.of(HttpServletRequest.class)
        .answer("getHeader", headers(FORM, null))
        .answer("getContentLengthLong", -1L)
        .answer("getQueryString", (Object) null)
        .answer("removeAttribute", (Object) null)
        .answer("getInputStream", a -> stream(body));
  }

  /**
   * The headers that are asked for, as they came. {@code getContentType} stays without an answer:
   * Jetty's throws where it knows no such charset.
   */
  private static Function<Object[], Object> headers(String type, @Nullable String coding) {
    return asked -> "Content-Type".equals(asked[0]) ? type : coding;
  }

  private static ServletInputStream stream(InputStream body) {
    return new ServletInputStream() {
      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        return body.read(target, offset, length);
      }

      @Override
      public int read() throws IOException {
        return body.read();
      }

      @Override
      public boolean isFinished() {
        return false;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException();
      }
    };
  }

  private static Stub<HttpServletRequest> parsedBefore(
      String query, Map<String, String[]> parameters) {
    return request("")
        .answer("getContentLengthLong", 42L)
        .answer("getQueryString", query)
        .answer("getParameterValues", name -> parameters.get(name[0]));
  }

  private Finding find(Stub<HttpServletRequest> request) {
    return posts.find(request.stub(), carrier);
  }

  private String token(Stub<HttpServletRequest> request) {
    return ((Finding.Token) find(request)).compact();
  }

  private void assertRefused(Stub<HttpServletRequest> request, RefusalReason reason) {
    Finding finding = find(request);
    assertThat(finding).isInstanceOf(Finding.None.class);
    assertThat(((Finding.None) finding).refusal().reason()).isEqualTo(reason);
  }

  @Test
  void formIsReadFromTheStream() {
    assertThat(token(request("a=1&token=x"))).isEqualTo("x");
  }

  @Test
  void emptyFormHasNoFields() {
    assertRefused(request(""), TOKEN_MISSING);
  }

  @Test
  void otherTypesAndCodingsAreRefusedUnread() {
    Stub<HttpServletRequest> unread =
        Stub.of(HttpServletRequest.class).answer("getHeader", headers("application/json", null));
    assertRefused(unread, MEDIA_TYPE_NOT_SUPPORTED);
    unread.answer("getHeader", headers(FORM, "gzip"));
    assertRefused(unread, MEDIA_TYPE_NOT_SUPPORTED);
  }

  @Test
  void announcedLengthOverTheLimitIsRefusedUnread() {
    assertRefused(
        Stub.of(HttpServletRequest.class)
            .answer("getHeader", headers(FORM, null))
            .answer("getContentLengthLong", LIMIT + 1L),
        REQUEST_TOO_LARGE);
  }

  @Test
  void lengthIsCountedExactly() {
    String most = "token=x&" + "a".repeat(LIMIT - 8);
    assertThat(token(request(most).answer("getContentLengthLong", -1L))).isEqualTo("x");
    assertRefused(request(most + "a").answer("getContentLengthLong", -1L), REQUEST_TOO_LARGE);
  }

  @Test
  void endlessBodyIsNotReadToItsEnd() {
    long[] read = {0};
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] target, int offset, int length) {
            Arrays.fill(target, offset, offset + length, (byte) 'a');
            read[0] += length;
            return length;
          }
        };
    assertRefused(request(endless), REQUEST_TOO_LARGE);
    assertThat(read[0]).isEqualTo(LIMIT + 1);
  }

  @Test
  void bodyThatBreaksOffIsMalformed() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("planned");
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            throw new IOException("planned");
          }
        };
    List<Object> removed = new ArrayList<>();
    assertRefused(
        request(broken).answer("removeAttribute", name -> removed.add(name[0])), REQUEST_MALFORMED);
    assertThat(removed).containsExactly(RequestDispatcher.ERROR_EXCEPTION);
  }

  @Test
  void unreadableFormIsMalformed() {
    assertRefused(request("token=%"), REQUEST_MALFORMED);
  }

  @Test
  void formThatAnEarlierFilterParsedComesFromTheParameters() {
    assertThat(
            token(parsedBefore(null, Map.of("token", new String[] {"x"}, "a", new String[] {"1"}))))
        .isEqualTo("x");
  }

  @Test
  void valuesOfTheQueryAreNotCountedTwice() {
    assertRefused(
        parsedBefore("token=q", Map.of("token", new String[] {"q", "x"})), TOKEN_AMBIGUOUS);
    // In the query alone: a POST carries its token in the body.
    assertRefused(parsedBefore("token=q", Map.of("token", new String[] {"q"})), REQUEST_MALFORMED);
  }

  @Test
  void parametersThatDoNotHoldTheQueryAreMalformed() {
    assertRefused(
        parsedBefore("token=q&token=r", Map.of("token", new String[] {"x"})), REQUEST_MALFORMED);
  }

  @Test
  void parametersThatTheServerCannotDecodeAreMalformed() {
    assertRefused(
        parsedBefore(null, Map.of())
            .answer(
                "getParameterValues",
                name -> {
                  throw new IllegalStateException("planned");
                }),
        REQUEST_MALFORMED);
  }

  @Test
  void streamThatIsTakenLeadsToTheParameters() {
    assertThat(
            token(
                parsedBefore(null, Map.of("payload", new String[] {"x"}))
                    .answer(
                        "getInputStream",
                        a -> {
                          throw new IllegalStateException("getReader() was called");
                        })))
        .isEqualTo("x");
  }

  private final TokenCarrier everyWay =
      new TokenCarrier(
          Set.of(new Carrier("payload", Set.of(Channel.FORM, Channel.JSON, Channel.BODY))));

  private Finding findAnyhow(String type, String body) {
    return posts.find(request(body).answer("getHeader", headers(type, null)).stub(), everyWay);
  }

  @Test
  void jsonObjectIsReadWhereAProfileSendsOne() {
    Finding.Token found =
        (Finding.Token) findAnyhow("application/json", "{\"payload\": \"x.y.z\"}");
    assertThat(found.compact()).isEqualTo("x.y.z");
    assertThat(found.arrival().channel()).isEqualTo(Channel.JSON);
  }

  @Test
  void bareTokenIsReadWhereAProfileSendsOne() {
    Finding.Token found = (Finding.Token) findAnyhow("application/jwt", "x.y.z");
    assertThat(found.compact()).isEqualTo("x.y.z");
    assertThat(found.arrival().channel()).isEqualTo(Channel.BODY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "{\"payload\": \"x\", \"payload\": \"y\"}", "{\"payload\": \"x\",}"})
  void jsonThatIsNoStrictObjectIsMalformed(String body) {
    Finding finding = findAnyhow("application/json", body);
    assertThat(((Finding.None) finding).refusal().reason()).isEqualTo(REQUEST_MALFORMED);
  }

  @Test
  void jsonThatAnEarlierFilterHasReadIsMalformed() {
    Stub<HttpServletRequest> request =
        request("")
            .answer("getHeader", headers("application/json", null))
            .answer("getContentLengthLong", 9L);
    Finding finding = posts.find(request.stub(), everyWay);
    assertThat(((Finding.None) finding).refusal().detail()).contains("an earlier filter");
  }
}
