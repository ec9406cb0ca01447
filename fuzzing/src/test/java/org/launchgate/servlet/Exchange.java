package org.launchgate.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One request, as a container would hand it on, and what is answered. */
final class Exchange {
  private final RawRequest raw;
  private final Map<String, Object> attributes = new HashMap<>();
  private final Map<String, Object> inSession = new HashMap<>();
  private final StringBuilder headers = new StringBuilder();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private HttpSession session;
  private int status = HttpServletResponse.SC_OK;
  private String location = "";

  Exchange(RawRequest raw) {
    this.raw = raw;
  }

  int status() {
    return status;
  }

  String location() {
    return location;
  }

  /** Whether a launch is in the session now. */
  boolean hasLaunch() {
    return inSession.get(LaunchSessions.USER) instanceof SessionUser;
  }

  /** The header fields of the answer, a line each. */
  String headers() {
    return headers.toString();
  }

  /** Everything that the client sees. */
  String answer() {
    return headers + body.toString(StandardCharsets.UTF_8);
  }

  HttpServletRequest request() {
    Map<String, Function<Object[], Object>> answers = new HashMap<>();
    answers.put("getDispatcherType", a -> DispatcherType.REQUEST);
    answers.put("getMethod", a -> raw.method());
    answers.put("getContextPath", a -> "/app");
    answers.put("getRequestURI", a -> "/app" + raw.path());
    answers.put("getCookies", a -> null);
    answers.put("getServletPath", a -> raw.path());
    answers.put("getPathInfo", a -> null);
    answers.put("getQueryString", a -> raw.query());
    answers.put("getContentType", a -> raw.header("Content-Type"));
    answers.put("getContentLengthLong", a -> (long) raw.body().length);
    answers.put("getHeader", a -> raw.header((String) a[0]));
    answers.put("getHeaders", a -> Collections.enumeration(raw.headers((String) a[0])));
    answers.put("getInputStream", a -> input());
    answers.put("getParameterValues", a -> parameters((String) a[0]));
    answers.put("getRemoteAddr", a -> "192.0.2.1");
    answers.put("getScheme", a -> raw.header("Plain-Http") == null ? "https" : "http");
    answers.put("getServerName", a -> "app.example");
    answers.put("getServerPort", a -> 443);
    answers.put("isSecure", a -> raw.header("Plain-Http") == null);
    answers.put("getUserPrincipal", a -> null);
    answers.put(
        "getServletContext",
        a -> Answers.as(ServletContext.class, Map.of("getAttribute", b -> null)));
    answers.put("getAttribute", a -> attributes.get(a[0]));
    answers.put("setAttribute", a -> attributes.put((String) a[0], a[1]));
    answers.put("removeAttribute", a -> attributes.remove(a[0]));
    answers.put("getSession", a -> session(a == null || (Boolean) a[0]));
    answers.put("changeSessionId", a -> "changed");
    return Answers.as(HttpServletRequest.class, answers);
  }

  private ServletInputStream input() {
    if (raw.header("Consumed") != null) {
      throw new IllegalStateException("an earlier filter reads it");
    }
    ByteArrayInputStream bytes = new ByteArrayInputStream(raw.body());
    return new ServletInputStream() {
      @Override
      public int read() {
        return bytes.read();
      }

      @Override
      public int read(byte[] target, int offset, int length) {
        return bytes.read(target, offset, length);
      }

      @Override
      public boolean isFinished() {
        return bytes.available() == 0;
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

  /** As a container that decodes nothing. */
  private String[] parameters(String name) {
    List<String> values = new ArrayList<>();
    String form = new String(raw.body(), StandardCharsets.ISO_8859_1);
    for (String field : (raw.query() + "&" + form).split("&", -1)) {
      if (field.startsWith(name + "=")) {
        values.add(field.substring(name.length() + 1));
      }
    }
    return values.isEmpty() ? null : values.toArray(String[]::new);
  }

  private HttpSession session(boolean create) {
    if (session == null && create) {
      session =
          Answers.as(
              HttpSession.class,
              Map.of(
                  "getAttribute", a -> inSession.get(a[0]),
                  "getAttributeNames",
                      a -> Collections.enumeration(List.copyOf(inSession.keySet())),
                  "setAttribute", a -> inSession.put((String) a[0], a[1]),
                  "removeAttribute", a -> inSession.remove(a[0])));
    }
    return session;
  }

  HttpServletResponse response() {
    Map<String, Function<Object[], Object>> answers = new HashMap<>();
    answers.put("isCommitted", a -> false);
    answers.put("setStatus", a -> status = (Integer) a[0]);
    answers.put("setHeader", a -> header(a));
    answers.put("setIntHeader", a -> header(a));
    answers.put("addHeader", a -> header(a));
    answers.put("getHeaders", a -> List.of());
    answers.put("addCookie", a -> header("Set-Cookie", ((Cookie) a[0]).getName()));
    answers.put("setContentType", a -> header("Content-Type", a[0]));
    answers.put("setCharacterEncoding", a -> header("charset", a[0]));
    answers.put("setContentLength", a -> header("Content-Length", a[0]));
    answers.put("getOutputStream", a -> output());
    return Answers.as(HttpServletResponse.class, answers);
  }

  private Object header(Object... nameAndValue) {
    headers.append(nameAndValue[0]).append(": ").append(nameAndValue[1]).append('\n');
    if (nameAndValue[0].equals("Location")) {
      location = String.valueOf(nameAndValue[1]);
    }
    return null;
  }

  private ServletOutputStream output() {
    return new ServletOutputStream() {
      @Override
      public void write(int b) {
        body.write(b);
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException();
      }
    };
  }
}
