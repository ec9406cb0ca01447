package org.launchgate.servlet;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The request as an error page gets it: without query, parameters and body, so without a token. */
final class TokenlessRequest extends HttpServletRequestWrapper {

  TokenlessRequest(HttpServletRequest request) {
    super(request);
  }

  /** A page that prints every attribute must not print the query that the forward came from. */
  @Override
  public @Nullable Object getAttribute(String name) {
    return name.equals(RequestDispatcher.FORWARD_QUERY_STRING) ? null : super.getAttribute(name);
  }

  @Override
  public @Nullable String getQueryString() {
    return null;
  }

  @Override
  public @Nullable String getParameter(String name) {
    return null;
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return Map.of();
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.emptyEnumeration();
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    return null;
  }

  @Override
  public int getContentLength() {
    return 0;
  }

  @Override
  public long getContentLengthLong() {
    return 0;
  }

  @Override
  public @Nullable String getContentType() {
    return null;
  }

  @Override
  public ServletInputStream getInputStream() {
    return new EmptyInput();
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(Reader.nullReader());
  }

  @Override
  public Collection<Part> getParts() throws IOException {
    return List.of();
  }

  @Override
  public @Nullable Part getPart(String name) throws IOException {
    return null;
  }
}
