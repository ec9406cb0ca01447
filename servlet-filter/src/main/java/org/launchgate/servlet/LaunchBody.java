package org.launchgate.servlet;

import static org.launchgate.RefusalReason.REQUEST_MALFORMED;
import static org.launchgate.RefusalReason.REQUEST_TOO_LARGE;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * Reads the raw body of a posted launch, so that neither the server's own limits nor its idea of
 * the encoding decide what it says.
 */
final class LaunchBody {
  /** What a body may hold beside the token. */
  private static final int REST = 64 * 1024;

  private final int limit;

  LaunchBody(int maxTokenBytes) {
    this.limit = maxTokenBytes + REST;
  }

  BodyReading read(HttpServletRequest request) {
    if (request.getContentLengthLong() > limit) {
      return tooLarge();
    }
    try {
      byte[] body = request.getInputStream().readNBytes(limit + 1);
      if (body.length == 0 && request.getContentLengthLong() != 0) {
        return new BodyReading.Consumed();
      }
      return body.length > limit ? tooLarge() : new BodyReading.Bytes(body);
    } catch (IllegalStateException e) {
      // An earlier filter reads by getReader(), and the Servlet API forbids a second way.
      return new BodyReading.Consumed();
    } catch (IOException e) {
      // Tomcat has prepared an answer of its own by now: 400, and with this attribute 500.
      request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
      return BodyReading.refused(REQUEST_MALFORMED, "the body was cut off");
    }
  }

  private BodyReading tooLarge() {
    return BodyReading.refused(REQUEST_TOO_LARGE, "the body is larger than " + limit + " bytes");
  }
}
