package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.launchgate.spi.LaunchUnavailableException;

/**
 * Says who is logged in by the application's own log-in, which a user who comes for the first time
 * goes through once (init-param {@code loginUrl}).
 *
 * <p>Without one it is the user whom the container itself has logged in, or, with the init-param
 * {@code loginAttribute}, the one who stands in that attribute of the session. Asked on the request
 * as the filter gets it, so before the application's filters: a framework that keeps its user in
 * the session, such as Spring Security, is asked there. It must not name a user whom it only
 * remembers from an earlier visit ("remember me"): what is asked for is a log-in of now.
 * Thread-safe.
 */
@FunctionalInterface
public interface ApplicationLogin {

  /**
   * The account of who is logged in; empty where nobody is. Creates no session.
   *
   * @throws LaunchUnavailableException when it cannot tell at the moment: answered 503, as for
   *     whatever else is thrown
   */
  Optional<String> account(HttpServletRequest request);
}
