package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.RefusalReason.MEDIA_TYPE_NOT_SUPPORTED;
import static org.launchgate.RefusalReason.REQUEST_MALFORMED;
import static org.launchgate.RefusalReason.REQUEST_TOO_LARGE;

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
import org.junit.jupiter.api.Test;
import org.launchgate.RefusalReason;

/** How the body of a launch is read, also when somebody else was there first. */
class LaunchFormTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int LIMIT = 1024 + 65536;

  private final LaunchForm form = new LaunchForm(Set.of("token", "payload"), 1024);

  private static Stub<HttpServletRequest> request(String body) {
    return request(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))
        .answer("getContentLengthLong", (long) body.length());
  }

  private static Stub<HttpServletRequest> request(InputStream body) {
    return Stub.of(HttpServletRequest.class)
        .answer("getContentType", FORM)
        .answer("getHeader", (Object) null)
        .answer("getContentLengthLong", -1L)
        .answer("getQueryString", (Object) null)
        .answer("removeAttribute", (Object) null)
        .answer("getInputStream", a -> stream(body));
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

  private FormFields read(Stub<HttpServletRequest> request) {
    return ((FormReading.Read) form.read(request.stub())).fields();
  }

  private void assertRefused(Stub<HttpServletRequest> request, RefusalReason reason) {
    FormReading reading = form.read(request.stub());
    assertThat(reading).isInstanceOf(FormReading.Refused.class);
    assertThat(((FormReading.Refused) reading).refusal().reason()).isEqualTo(reason);
  }

  @Test
  void formIsReadFromTheStream() {
    assertThat(read(request("a=1&token=x")).values("token")).containsExactly("x");
  }

  @Test
  void emptyFormHasNoFields() {
    assertThat(read(request("")).values("token")).isEmpty();
  }

  @Test
  void otherTypesAndCodingsAreRefusedUnread() {
    Stub<HttpServletRequest> unread =
        Stub.of(HttpServletRequest.class).answer("getContentType", "application/json");
    assertRefused(unread, MEDIA_TYPE_NOT_SUPPORTED);
    unread.answer("getContentType", FORM).answer("getHeader", "gzip");
    assertRefused(unread, MEDIA_TYPE_NOT_SUPPORTED);
  }

  @Test
  void announcedLengthOverTheLimitIsRefusedUnread() {
    assertRefused(
        Stub.of(HttpServletRequest.class)
            .answer("getContentType", FORM)
            .answer("getHeader", (Object) null)
            .answer("getContentLengthLong", LIMIT + 1L),
        REQUEST_TOO_LARGE);
  }

  @Test
  void lengthIsCountedExactly() {
    String most = "a".repeat(LIMIT);
    assertThat(form.read(request(most).answer("getContentLengthLong", -1L).stub()))
        .isInstanceOf(FormReading.Read.class);
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
    FormFields fields =
        read(parsedBefore(null, Map.of("token", new String[] {"x"}, "a", new String[] {"1"})));
    assertThat(fields.values("token")).containsExactly("x");
    assertThat(fields.values("payload")).isEmpty();
  }

  @Test
  void valuesOfTheQueryAreNotCountedTwice() {
    FormFields fields =
        read(parsedBefore("token=q&token=r", Map.of("token", new String[] {"q", "r", "x"})));
    assertThat(fields.values("token")).containsExactly("x");
    assertThat(read(parsedBefore("token=q", Map.of("token", new String[] {"q"}))).values("token"))
        .isEmpty();
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
    FormFields fields =
        read(
            parsedBefore(null, Map.of("payload", new String[] {"x"}))
                .answer(
                    "getInputStream",
                    a -> {
                      throw new IllegalStateException("getReader() was called");
                    }));
    assertThat(fields.values("payload")).containsExactly("x");
  }
}
