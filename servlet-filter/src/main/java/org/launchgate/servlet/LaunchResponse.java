package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * The response to a request that shows a window: addresses that the application encodes, as JSP,
 * Faces and most frameworks do with every link, name that window.
 */
final class LaunchResponse extends HttpServletResponseWrapper {
  private final WindowUrl urls;

  LaunchResponse(HttpServletResponse response, HttpServletRequest request, LaunchWindow window) {
    super(response);
    this.urls = new WindowUrl(request, window.id());
  }

  @Override
  public String encodeURL(String url) {
    String encoded = super.encodeURL(url);
    return encoded == null ? encoded : urls.encode(encoded);
  }

  @Override
  public String encodeRedirectURL(String url) {
    String encoded = super.encodeRedirectURL(url);
    return encoded == null ? encoded : urls.encode(encoded);
  }
}
