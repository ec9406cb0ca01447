package org.launchgate.servlet;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of a posted form that was read to see whether it names a window, and what the
 * application has done with it since.
 *
 * <p>It travels as a request attribute, so that every dispatch finds it as the one before left it.
 * Like the request, it is for one thread at a time.
 */
final class FormBody {
  static final String ATTRIBUTE = "org.launchgate.servlet.FormBody";

  /**
   * Also what Tomcat takes as a form unless it is told otherwise, and ten times what Jetty does.
   */
  static final int MAX_BYTES = 2 * 1024 * 1024;

  private static final String FORM = "application/x-www-form-urlencoded";

  private final byte[] bytes;
  private final List<String> windows;
  private @Nullable String encoding;
  private @Nullable Map<String, List<String>> parameters;
  private @Nullable ServletInputStream stream;
  private @Nullable BufferedReader reader;

  private FormBody(byte[] bytes, List<String> windows) {
    this.bytes = bytes;
    this.windows = windows;
  }

  /** The body that was read of this request; empty when none was. */
  static Optional<FormBody> of(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof FormBody form
        ? Optional.of(form)
        : Optional.empty();
  }

  /** Reads the body of a request if it is a form as browsers post it, of a known length. */
  static void read(HttpServletRequest request) throws IOException {
    if (!isForm(request)) {
      return;
    }
    try {
      byte[] bytes =
          request.getInputStream().readNBytes(Math.toIntExact(request.getContentLengthLong()));
      request.setAttribute(
          ATTRIBUTE,
          new FormBody(bytes, bytes.length == 0 ? windowsParsed(request) : windowsIn(bytes)));
    } catch (IllegalStateException e) {
      // an earlier filter reads it by getReader(): then it is not ours to read
    }
  }

  private static List<String> windowsIn(byte[] bytes) {
    return FormParameters.of(bytes, StandardCharsets.ISO_8859_1)
        .getOrDefault(WindowName.PARAMETER, List.of());
  }

  /** Of a form that an earlier filter has had parsed; the query names no window then. */
  private static List<String> windowsParsed(HttpServletRequest request) {
    try {
      String[] values = request.getParameterValues(WindowName.PARAMETER);
      return values == null ? List.of() : List.of(values);
    } catch (RuntimeException e) {
      return List.of(); // the server cannot decode it, and says so to the application, too
    }
  }

  private static boolean isForm(HttpServletRequest request) {
    long length = request.getContentLengthLong();
    String type = request.getHeader("Content-Type"); // Jetty's getContentType may throw
    return request.getMethod().equals("POST")
        && type != null
        && type.split(";", 2)[0].strip().equals(FORM)
        && request.getHeader("Content-Encoding") == null
        && length > 0
        && length <= MAX_BYTES;
  }

  /** The windows that its field names, once for each time that the field is there. */
  List<String> windows() {
    return windows;
  }

  /** The encoding that the application has set; null for none. */
  @Nullable String encoding() {
    return encoding;
  }

  /** Sets the encoding, which what is read already does not follow. */
  void encode(@Nullable String name) throws UnsupportedEncodingException {
    if (reader == null) {
      encoding = name == null ? null : charset(name).name();
    }
  }

  /** The parameters of the body; none when it was read as a stream before. */
  Map<String, List<String>> parameters(Charset charset) {
    if (parameters == null) {
      boolean isRead = stream != null || reader != null;
      parameters = isRead ? Map.of() : FormParameters.of(bytes, charset);
    }
    return parameters;
  }

  /** The body as a stream; at its end when it was read as parameters before. */
  ServletInputStream stream(HttpServletRequest request) {
    if (reader != null) {
      throw new IllegalStateException("the body is read by getReader() already");
    }
    if (stream == null) {
      stream = open(request);
    }
    return stream;
  }

  /** The body as text, likewise. */
  BufferedReader reader(HttpServletRequest request, @Nullable String name)
      throws UnsupportedEncodingException {
    if (stream != null) {
      throw new IllegalStateException("the body is read by getInputStream() already");
    }
    if (reader == null) {
      Charset charset = name == null ? StandardCharsets.ISO_8859_1 : charset(name);
      reader = new BufferedReader(new InputStreamReader(open(request), charset));
    }
    return reader;
  }

  private ServletInputStream open(HttpServletRequest request) {
    return new FormInput(request, parameters == null ? bytes : new byte[0]);
  }

  private static Charset charset(String name) throws UnsupportedEncodingException {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw new UnsupportedEncodingException(name);
    }
  }
}
