package org.launchgate.jaspic;

import jakarta.security.auth.message.MessageInfo;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.launchgate.TestPartner;
import org.launchgate.servlet.LaunchAuthenticator;

/** As much of a server as the module needs, with one session and one request at a time. */
final class FakeServer {
  private final Map<String, Object> attributes = new HashMap<>();
  private final Map<String, String> params = new HashMap<>();
  private Map<String, Object> session;
  private Map<String, Object> requestAttributes = new HashMap<>();

  /** Whom the server remembers by itself. */
  Principal remembered;

  /** Whether the client is gone, so that nothing can be written. */
  boolean gone;

  int status;
  boolean committed;
  final ByteArrayOutputStream body = new ByteArrayOutputStream();
  final Map<String, Object> properties = new HashMap<>();

  FakeServer() {
    params.put("launchgate.partners", "/WEB-INF/partners.json");
    params.put("launchgate.allowHttp", "true");
    params.put("launchgate.logoutPath", "/logout");
  }

  LaunchAuthenticator authenticator() {
    return LaunchAuthenticator.publish(context(), "module");
  }

  ServletContext context() {
    return Fake.of(ServletContext.class)
        .with(attributes)
        .answer("getContextPath", "/app")
        .answer("getServerInfo", "Fake/1.0")
        .answer("getServletRegistrations", Map.of())
        .answer("getFilterRegistrations", Map.of())
        .answer("getInitParameterNames", a -> Collections.enumeration(params.keySet()))
        .answer("getInitParameter", a -> params.get(a[0]))
        .answer("getSessionCookieConfig", Fake.of(SessionCookieConfig.class).make())
        .answer(
            "getResourceAsStream",
            a ->
                a[0].equals("/WEB-INF/partners.json")
                    ? new ByteArrayInputStream(
                        TestPartner.partnersFile().getBytes(StandardCharsets.UTF_8))
                    : null)
        .make();
  }

  boolean hasSession() {
    return session != null;
  }

  /** What is asked about the next request. */
  MessageInfo message(String method, String path, String query) {
    requestAttributes = new HashMap<>();
    properties.clear();
    status = 200;
    committed = false;
    body.reset();
    return message(request(method, path, query), response());
  }

  private MessageInfo message(HttpServletRequest request, HttpServletResponse response) {
    Map<String, Object> messages = new HashMap<>(Map.of("request", request, "response", response));
    return Fake.of(MessageInfo.class)
        .answer("getMap", properties)
        .answer("getRequestMessage", a -> messages.get("request"))
        .answer("getResponseMessage", a -> messages.get("response"))
        .answer("setRequestMessage", a -> messages.put("request", a[0]))
        .answer("setResponseMessage", a -> messages.put("response", a[0]))
        .make();
  }

  private HttpServletRequest request(String method, String path, String query) {
    return Fake.of(HttpServletRequest.class)
        .with(requestAttributes)
        .answer("getMethod", method)
        .answer("getScheme", "https")
        .answer("isSecure", true)
        .answer("getRemoteAddr", "127.0.0.1")
        .answer("getContextPath", "/app")
        .answer("getServletPath", path)
        .answer("getRequestURI", "/app" + path)
        .answer("getQueryString", query)
        .answer("getDispatcherType", DispatcherType.REQUEST)
        .answer("getUserPrincipal", a -> remembered)
        .answer("getSession", a -> session(a == null || (Boolean) a[0]))
        .answer("changeSessionId", "another")
        .make();
  }

  private HttpSession session(boolean create) {
    if (session == null && create) {
      session = new HashMap<>();
    }
    return session == null
        ? null
        : Fake.of(HttpSession.class)
            .with(session)
            .answer(
                "invalidate",
                a -> {
                  session = null;
                  return null;
                })
            .make();
  }

  private HttpServletResponse response() {
    return Fake.of(HttpServletResponse.class)
        .answer("setStatus", a -> status = (Integer) a[0])
        .answer("isCommitted", a -> committed)
        .answer("flushBuffer", a -> committed = true)
        .answer(
            "reset",
            a -> {
              body.reset();
              return null;
            })
        .answer("getOutputStream", new Body())
        .answer("getHeaders", List.of())
        .make();
  }

  private final class Body extends ServletOutputStream {
    @Override
    public void write(int b) throws IOException {
      if (gone) {
        throw new IOException("the client is gone");
      }
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
  }
}
