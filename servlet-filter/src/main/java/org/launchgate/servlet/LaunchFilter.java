package org.launchgate.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accepts launches from partner systems, and gives every later request of the session the user who
 * launched and the patient in focus. It is configured in {@code web.xml} alone and registers
 * nothing by itself.
 *
 * <p>What it does with a request, in this order:
 *
 * <ol>
 *   <li>On the launch path ({@code launchPath}, and one segment below it for each partner) it takes
 *       exactly one token out of the query of a GET or the body of a POST and has it verified. A
 *       posted one is parked under a one-time ticket, which the browser redeems by a GET in its own
 *       session; a script is told the ticket's address. The launch gets a window of the session,
 *       and the browser is led to {@code targetUrl}. Where somebody else is logged in, the user is
 *       asked first. What is refused gets a page with a reference, or problem details where the
 *       client prefers JSON. No such request reaches the application.
 *   <li>A request that names a window which its session does not have is answered 409, or 401 where
 *       there is no session any more.
 *   <li>On {@code logoutPath} a POST ends launch and session.
 *   <li>With {@code loginRequired} a request without a launch and without a user of the container
 *       is answered 401, but for {@code publicPaths}.
 *   <li>Everything else goes on to the application, body, parameters and encoding as they came.
 *       {@code getUserPrincipal}, {@code getRemoteUser}, {@code isUserInRole}, {@code getAuthType}
 *       and {@code logout} answer from the launch; {@link LaunchAttributes} and the request
 *       attribute {@code launchContext} (a {@link LaunchView}) hold the context.
 * </ol>
 *
 * <p>It never creates a session but for an accepted launch, and changes the session's id whenever
 * an anonymous session becomes a user's. Addresses that the application encodes name the window
 * that they are made for. Map it to {@code /*}, for the dispatcher types REQUEST, ASYNC and ERROR,
 * with {@code async-supported}, before every filter that reads parameters. It does not check what
 * the application lets a user do, and it does not protect the application's own forms against
 * cross-site requests.
 *
 * <p>Thread-safe once initialised. It keeps no static state: several filters, in one application or
 * in several, do not see each other.
 */
public final class LaunchFilter implements Filter {
  private static final Logger LOG = LoggerFactory.getLogger(LaunchFilter.class);

  /**
   * Where another module of Launchgate leaves a filter of its own, which then sees each request
   * that goes on, in every dispatch that this one is mapped for.
   */
  private static final String NEXT = "org.launchgate.servlet.LaunchFilter.next";

  private final Clock clock;
  private volatile @Nullable LaunchGate own;
  private volatile @Nullable Inside inside;

  /** What the filter does with a request. */
  @FunctionalInterface
  private interface Inside {
    void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException;
  }

  /** For the container, which calls {@link #init} next. */
  public LaunchFilter() {
    this(Clock.systemUTC());
  }

  LaunchFilter(Clock clock) {
    this.clock = clock;
  }

  /**
   * Reads and checks the whole configuration.
   *
   * <p>GlassFish and Payara leave a filter out that fails here, and serve the application without
   * it. There the mistake is logged, and every request is answered 503.
   *
   * @throws ServletException for an init-param that does not exist or has a value that is not
   *     allowed, a partners file with a mistake, or an extension that cannot be used; the message
   *     names the place, the value (never a secret) and what is allowed
   */
  @Override
  public void init(FilterConfig config) throws ServletException {
    try {
      Map<String, String> params = InitParams.texts(config);
      Optional<LaunchAuthenticator> container =
          LaunchAuthenticator.published(config.getServletContext());
      if (container.isPresent()) {
        requireNone(params);
        inside = goingOn(container.get()::pass);
      } else {
        String name = String.valueOf(config.getFilterName());
        LaunchGate gate = FilterAssembly.assemble(config.getServletContext(), name, params, clock);
        own = gate;
        inside = goingOn(gate::pass);
      }
    } catch (RuntimeException e) {
      String failure =
          "LaunchFilter \"" + config.getFilterName() + "\" cannot start: " + complaint(e);
      if (ServerKind.of(config.getServletContext()) != ServerKind.GLASSFISH) {
        throw new ServletException(failure, e);
      }
      LOG.error(
          "{}; so that it is not left out, it answers every request by 503",
          failure,
          new BareTrace(e));
      inside = LaunchFilter::answerUnavailable;
    }
  }

  private static void answerUnavailable(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
    HttpAnswer.guard(response);
    HttpAnswer.empty(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
  }

  private static void requireNone(Map<String, String> params) {
    if (!params.isEmpty()) {
      throw new IllegalArgumentException(
          "launches are taken by the container's authentication here, whose configuration the"
              + " filter shares: write the init-params "
              + params.keySet()
              + " as context-params with \""
              + LaunchAuthenticator.PREFIX
              + "\" in front, and take them out of the filter");
    }
  }

  private static @Nullable String complaint(RuntimeException failure) {
    return failure instanceof IllegalArgumentException ? failure.getMessage() : failure.toString();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Inside open = inside;
    if (open == null) {
      throw new ServletException("LaunchFilter is not initialised");
    }
    if (request instanceof HttpServletRequest http && response instanceof HttpServletResponse out) {
      open.pass(http, out, chain);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static Inside goingOn(Inside gate) {
    return (request, response, chain) -> gate.pass(request, response, behindNext(request, chain));
  }

  private static FilterChain behindNext(HttpServletRequest request, FilterChain chain) {
    return request.getServletContext().getAttribute(NEXT) instanceof Filter next
        ? (bound, answer) -> next.doFilter(bound, answer, chain)
        : chain;
  }

  /**
   * Closes the extensions that this filter made itself, and hands the used tokens that it remembers
   * on to the next start. A launch that is still on its way gets no verdict from then on.
   */
  @Override
  public void destroy() {
    LaunchGate open = own;
    own = null;
    inside = null;
    if (open != null) {
      open.close();
    }
  }
}
