package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * The response as an error page of the application's own gets it: the status is settled, and a page
 * that is not there ({@code sendError(404)}) fails, instead of turning the refusal into a 404.
 */
final class ErrorPageResponse extends HttpServletResponseWrapper {

  ErrorPageResponse(HttpServletResponse response) {
    super(response);
  }

  @Override
  public void setStatus(int status) {
    // stays that of the refusal
  }

  @Override
  public void sendError(int status) {
    throw new Failed(status);
  }

  @Override
  public void sendError(int status, String message) {
    throw new Failed(status);
  }

  /** The page could not be shown. */
  static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failed(int status) {
      super("the error page answered " + status, null, false, false);
    }
  }
}
