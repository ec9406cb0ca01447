package org.launchgate.cdi;

import java.util.Map;
import java.util.Optional;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchPrincipal;

/**
 * The launch of the request that is being served, for injection.
 *
 * <pre>{@code
 * @Inject CurrentLaunch launch;
 *
 * Optional<LaunchPatient> patient = launch.context().flatMap(LaunchContext::patient);
 * }</pre>
 *
 * <p>It may be injected into beans of every scope: what is injected holds nothing, and asks the
 * request of the moment each time. It says what {@link org.launchgate.servlet.LaunchAttributes}
 * says of that request, through forwards, includes, error and async dispatches; the last need a
 * {@code LaunchFilter} that is mapped for {@code ASYNC}, since not every container has a request
 * scope there. Where there is no HTTP request (a timer, a message of a WebSocket, an observer of
 * events) no launch is present; where no request scope is active either, such as in a thread of
 * one's own, every method throws {@link jakarta.enterprise.context.ContextNotActiveException}. What
 * such a thread needs is taken out before: a {@link LaunchContext} is immutable.
 *
 * <p>Thread-safe.
 */
public interface CurrentLaunch {

  /**
   * Whether the request shows the launch of a window. False also where somebody has launched and
   * the request's window is not certain; {@link #principal()} tells.
   */
  boolean isPresent();

  /** The launch of the request's window, with the patient in focus; empty where there is none. */
  Optional<LaunchContext> context();

  /** Who launched, whichever window it is; empty where nobody did. */
  Optional<LaunchPrincipal> principal();

  /** The id of the request's window; empty where {@link #context()} is. */
  Optional<String> window();

  /**
   * What the application's {@code LaunchHandler} gave along to the request's window. Read-only,
   * empty where {@link #context()} is.
   */
  Map<String, Object> attributes();

  /** All launches that were open in the session, each under its window's id, the latest last. */
  Map<String, LaunchContext> windows();
}
