package org.launchgate.servlet;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import java.io.ByteArrayInputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.launchgate.TestPartner;

/** A filter's configuration in an application that has a partners file and nothing else. */
final class FilterStubs {
  final Map<String, String> params = new LinkedHashMap<>();
  final Map<String, String> contextParams = new LinkedHashMap<>();
  final Map<String, Object> attributes = new HashMap<>();
  String filterName = "launch";
  String serverInfo = "Somebody's server/1.0";
  String contextPath = "/app";
  final Map<String, String> resources = new HashMap<>();

  FilterStubs() {
    resources.put("/WEB-INF/partners.json", TestPartner.partnersFile());
  }

  static FilterStubs with(String... namesAndValues) {
    FilterStubs stubs = new FilterStubs();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      stubs.params.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return stubs;
  }

  FilterConfig config() {
    return Stub.of(FilterConfig.class)
        .answer("getFilterName", filterName)
        .answer("getInitParameterNames", a -> Collections.enumeration(params.keySet()))
        .answer("getInitParameter", a -> params.get(a[0]))
        .answer("getServletContext", context())
        .stub();
  }

  ServletContext context() {
    return Stub.of(ServletContext.class)
        .answer("getContextPath", contextPath)
        .answer("getRealPath", (Object) null)
        .answer("getSessionCookieConfig", sessionCookie())
        .answer("getServerInfo", a -> serverInfo)
        .answer("getInitParameterNames", a -> Collections.enumeration(contextParams.keySet()))
        .answer("getInitParameter", a -> contextParams.get(a[0]))
        .answer("setAttribute", a -> attributes.put((String) a[0], a[1]))
        .answer("removeAttribute", a -> attributes.remove(a[0]))
        .answer("getServletRegistrations", Map.of())
        .answer("getAttribute", a -> attributes.get(a[0]))
        .answer("getResource", a -> resources.containsKey(a[0]) ? url() : null)
        .answer(
            "getResourceAsStream",
            a ->
                resources.containsKey(a[0])
                    ? new ByteArrayInputStream(resources.get(a[0]).getBytes(StandardCharsets.UTF_8))
                    : null)
        .stub();
  }

  /** As a server has it that nobody has told anything. */
  private static SessionCookieConfig sessionCookie() {
    return Stub.of(SessionCookieConfig.class)
        .answer("getAttribute", (Object) null)
        .answer("getName", (Object) null)
        .answer("isSecure", false)
        .stub();
  }

  private static Object url() {
    try {
      return URI.create("file:/somewhere").toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
