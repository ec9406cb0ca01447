package org.launchgate.servlet;

import jakarta.servlet.ServletRequest;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchPrincipal;

/**
 * The launch of a request, for servlets, filters and whatever else has the request in hand. Pages
 * use the request attribute {@code launchContext} instead, a {@link LaunchView}.
 *
 * <pre>{@code
 * Optional<LaunchPatient> patient = LaunchAttributes.contextOf(request).flatMap(LaunchContext::patient);
 * }</pre>
 */
public final class LaunchAttributes {
  private LaunchAttributes() {}

  /**
   * The launch that this request belongs to, with the patient in focus.
   *
   * <p>It was fixed when {@link LaunchFilter} first saw the request and stays the same through
   * forwards, includes, async and error dispatches, whatever is launched meanwhile in the same
   * session. Empty when nobody launched, after a log-out, when the container's own user is somebody
   * else than the one who launched, and where the filter is not mapped. Thread-safe as far as the
   * container's request attributes are.
   *
   * @param request the request, wrapped or not
   */
  public static Optional<LaunchContext> contextOf(ServletRequest request) {
    return RequestLaunch.of(request).flatMap(RequestLaunch::context);
  }

  /**
   * Who launched, also where the request's window, and so the patient, is not certain.
   *
   * <p>It stays the same as {@link #contextOf} does. Empty when nobody launched, after a log-out,
   * when the container's own user is somebody else, and where the filter is not mapped.
   *
   * @param request the request, wrapped or not
   */
  public static Optional<LaunchPrincipal> principalOf(ServletRequest request) {
    return RequestLaunch.of(request).flatMap(RequestLaunch::user);
  }

  /**
   * The id of the window that this request shows, for a hidden field {@code _lw} or the header
   * {@code Launch-Window} of a script. It grants nothing: it only chooses among the windows of the
   * session. Empty where {@link #contextOf} is.
   *
   * @param request the request, wrapped or not
   */
  public static Optional<String> windowOf(ServletRequest request) {
    return RequestLaunch.of(request).flatMap(RequestLaunch::window).map(LaunchWindow::id);
  }

  /**
   * What the application's {@link LaunchHandler} gave along to this request's window, by {@link
   * HandlerDecision.Proceed#with}. Empty where {@link #contextOf} is. Read-only.
   *
   * @param request the request, wrapped or not
   */
  public static Map<String, Object> attributesOf(ServletRequest request) {
    return RequestLaunch.of(request)
        .flatMap(RequestLaunch::window)
        .<Map<String, Object>>map(
            window -> Collections.unmodifiableMap(window.handed().attributes()))
        .orElse(Map.of());
  }

  /**
   * All launches that were open in the session when the request came, each under the id of its
   * window, the latest last: for a menu of open patients. Empty where nobody launched.
   *
   * @param request the request, wrapped or not
   */
  public static Map<String, LaunchContext> windowsOf(ServletRequest request) {
    Map<String, LaunchContext> open = new LinkedHashMap<>();
    RequestLaunch.of(request).map(RequestLaunch::windows).orElse(List.of()).stream()
        .sorted(Comparator.comparing(window -> window.context().verifiedAt()))
        .forEach(window -> open.put(window.id(), window.context()));
    return Collections.unmodifiableMap(open);
  }
}
