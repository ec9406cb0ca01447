package org.launchgate.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request whose form was read before the application saw it. It answers as the container would
 * have: parameters, those of the query first, in the encoding that holds when the first is asked
 * for; or else the body as it came.
 */
final class FormRequest extends HttpServletRequestWrapper {
  private final FormBody form;

  private FormRequest(HttpServletRequest request, FormBody form) {
    super(request);
    this.form = form;
  }

  /**
   * The request with its form; the same request where none was read, or where it has it already.
   */
  static HttpServletRequest around(HttpServletRequest request) {
    Optional<FormBody> form = FormBody.of(request);
    return form.isEmpty() || isIn(request) ? request : new FormRequest(request, form.get());
  }

  private static boolean isIn(ServletRequest request) {
    return request instanceof FormRequest
        || (request instanceof ServletRequestWrapper wrapper
            && wrapper.isWrapperFor(FormRequest.class));
  }

  @Override
  public @Nullable String getCharacterEncoding() {
    String set = form.encoding();
    return set == null ? super.getCharacterEncoding() : set;
  }

  @Override
  public void setCharacterEncoding(@Nullable String encoding) throws UnsupportedEncodingException {
    form.encode(encoding);
  }

  /** The same in Servlet 6.1, where the wrapper would hand it on to the container. */
  @SuppressWarnings("unused")
  public void setCharacterEncoding(Charset encoding) {
    try {
      form.encode(encoding.name());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("a charset that is there is supported", e);
    }
  }

  @Override
  public ServletInputStream getInputStream() {
    return form.stream(this);
  }

  @Override
  public BufferedReader getReader() throws UnsupportedEncodingException {
    return form.reader(this, getCharacterEncoding());
  }

  @Override
  public @Nullable String getParameter(String name) {
    String[] values = getParameterValues(name);
    return values == null ? null : values[0];
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    return getParameterMap().get(name);
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(getParameterMap().keySet());
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    super.getParameterMap()
        .forEach((name, values) -> all.put(name, new ArrayList<>(Arrays.asList(values))));
    form.parameters(charset())
        .forEach(
            (name, values) -> all.computeIfAbsent(name, n -> new ArrayList<>()).addAll(values));
    Map<String, String[]> map = new LinkedHashMap<>();
    all.forEach((name, values) -> map.put(name, values.toArray(new String[0])));
    return Collections.unmodifiableMap(map);
  }

  private Charset charset() {
    String name = getCharacterEncoding();
    try {
      return name == null ? otherwise() : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return otherwise();
    }
  }

  /** Servlet 6.0, section 3.12, but for Jetty, which reads forms as browsers write them. */
  private Charset otherwise() {
    return getServletContext().getServerInfo().toLowerCase(Locale.ROOT).startsWith("jetty")
        ? StandardCharsets.UTF_8
        : StandardCharsets.ISO_8859_1;
  }

  @Override
  public AsyncContext startAsync() {
    return new FormAsync(super.startAsync());
  }

  @Override
  public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
    return new FormAsync(super.startAsync(request, response));
  }

  @Override
  public AsyncContext getAsyncContext() {
    return new FormAsync(super.getAsyncContext());
  }
}
