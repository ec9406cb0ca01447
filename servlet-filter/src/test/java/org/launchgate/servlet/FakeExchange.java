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
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One request to {@link FakeContainer} and its response. */
final class FakeExchange {
  private static final String CONTEXT = "/app";

  private final FakeContainer container;
  private final String method;
  private final String path;
  private final String query;
  private final byte[] body;
  private final Map<String, String> sent;
  private final Cookie[] cookies;
  private final Map<String, Object> attributes = new HashMap<>();
  private final String requestedSession;
  private DispatcherType dispatcher = DispatcherType.REQUEST;
  private FakeSession session;
  private boolean looked;

  final Map<String, String> headers = new HashMap<>();
  final List<Cookie> set = new ArrayList<>();
  int status = 200;

  /** Whom the container knows. */
  Principal containerUser;

  private final ByteArrayOutputStream answered = new ByteArrayOutputStream();
  private final HttpServletRequest request;
  private final HttpServletResponse response;

  /**
   * A request.
   *
   * @param target path and query, without the context path
   * @param form what is posted as a form; null for a GET
   * @param sent its other headers, by their names in lower case
   */
  FakeExchange(
      FakeContainer container,
      String method,
      String target,
      String form,
      Map<String, String> sent,
      Map<String, String> jar) {
    this.container = container;
    this.method = method;
    int question = target.indexOf('?');
    this.path = question < 0 ? target : target.substring(0, question);
    this.query = question < 0 ? null : target.substring(question + 1);
    this.body = form == null ? new byte[0] : form.getBytes(StandardCharsets.US_ASCII);
    this.sent = sent;
    this.cookies =
        jar.entrySet().stream()
            .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue()))
            .toArray(Cookie[]::new);
    this.requestedSession = jar.get(FakeContainer.COOKIE);
    this.request = proxy(HttpServletRequest.class, (proxy, called, a) -> onRequest(called, a));
    this.response = proxy(HttpServletResponse.class, (proxy, called, a) -> onResponse(called, a));
    look();
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  HttpServletRequest request() {
    return request;
  }

  HttpServletResponse response() {
    return response;
  }

  /** Has the container send the same request once more, inside of it. */
  void dispatchedBy(DispatcherType type) {
    dispatcher = type;
  }

  String location() {
    return headers.getOrDefault("location", "");
  }

  String body() {
    return answered.toString(StandardCharsets.UTF_8);
  }

  private void look() {
    if (!looked) {
      session = container.find(requestedSession);
      looked = true;
    }
  }

  private FakeSession session(boolean create) {
    if (session != null && session.isEnded()) {
      session = null;
    }
    if (session == null && create) {
      session = container.create();
      set.add(new Cookie(FakeContainer.COOKIE, session.id));
    }
    return session;
  }

  @SuppressWarnings("JdkObsolete") // the Servlet API gives a StringBuffer
  private Object onRequest(Method called, Object[] a) {
    return switch (called.getName()) {
      case "getMethod" -> method;
      case "getScheme" -> "https";
      case "isSecure" -> true;
      case "getRemoteAddr" -> "127.0.0.1";
      case "getContextPath" -> CONTEXT;
      case "getServletPath" -> path;
      case "getUserPrincipal" -> containerUser;
      case "getPathInfo", "getRemoteUser", "getAuthType" -> null;
      case "isUserInRole" -> false;
      case "getServletContext" ->
          Stub.of(ServletContext.class).answer("getAttribute", (Object) null).stub();
      case "getRequestURI" -> CONTEXT + path;
      case "getRequestURL" -> new StringBuffer("https://portal.example" + CONTEXT + path);
      case "getQueryString" -> query;
      case "getContentLengthLong" -> (long) body.length;
      case "getInputStream" -> new Body(new ByteArrayInputStream(body));
      case "getDispatcherType" -> dispatcher;
      case "getCookies" -> cookies;
      case "getHeader" -> header((String) a[0]);
      case "getHeaders" ->
          Collections.enumeration(
              header((String) a[0]) == null ? List.of() : List.of(header((String) a[0])));
      case "getAttribute" -> attributes.get(a[0]);
      case "setAttribute" -> attributes.put((String) a[0], a[1]);
      case "removeAttribute" -> attributes.remove(a[0]);
      case "getSession" -> session(a == null || (Boolean) a[0]);
      case "changeSessionId" -> changeId();
      case "login", "logout" -> null;
      default -> throw new AssertionError("unexpected call of request." + called.getName());
    };
  }

  private String header(String name) {
    return switch (name) {
      case "Host" -> "portal.example";
      case "Content-Type" -> method.equals("POST") ? "application/x-www-form-urlencoded" : null;
      default -> sent.get(name.toLowerCase(Locale.ROOT));
    };
  }

  private String changeId() {
    FakeSession changed = session(false);
    if (changed == null) {
      throw new IllegalStateException("no session");
    }
    container.changeId(changed);
    set.add(new Cookie(FakeContainer.COOKIE, changed.id));
    return changed.id;
  }

  private Object onResponse(Method called, Object[] a) {
    switch (called.getName()) {
      case "setStatus" -> status = (Integer) a[0];
      case "setHeader", "addHeader" ->
          headers.put(((String) a[0]).toLowerCase(Locale.ROOT), (String) a[1]);
      case "setIntHeader" ->
          headers.put(((String) a[0]).toLowerCase(Locale.ROOT), String.valueOf(a[1]));
      case "addCookie" -> set.add((Cookie) a[0]);
      case "setContentType", "setContentLength", "setCharacterEncoding" -> {
        // nobody here asks
      }
      case "isCommitted" -> {
        return false;
      }
      case "getHeaders" -> {
        return List.of();
      }
      case "encodeURL", "encodeRedirectURL" -> {
        return a[0];
      }
      case "getOutputStream" -> {
        return new Answer(answered);
      }
      default -> throw new AssertionError("unexpected call of response." + called.getName());
    }
    return null;
  }

  private static final class Body extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    Body(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      return bytes.read(buffer, offset, length);
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
  }

  private static final class Answer extends ServletOutputStream {
    private final ByteArrayOutputStream bytes;

    Answer(ByteArrayOutputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public void write(int b) {
      bytes.write(b);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
      bytes.write(buffer, offset, length);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException();
    }
  }
}
