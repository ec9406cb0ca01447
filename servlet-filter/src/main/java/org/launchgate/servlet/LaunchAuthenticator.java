package org.launchgate.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.launchgate.LaunchPrincipal;

/**
 * What a {@link LaunchFilter} does with a request, for whoever authenticates requests before any
 * filter: an authentication module or mechanism of the container. Applications have no use for it.
 *
 * <p>It is configured by the filter's init-params, written as context-params with {@link #PREFIX}
 * in front: {@code launchgate.partners}. While one is published in an application, a filter there
 * has no init-params of its own and shares this one: it finishes what the container did not leave
 * to it, and stops requests that are answered already.
 *
 * <p>Thread-safe. It keeps no static state.
 */
public final class LaunchAuthenticator implements AutoCloseable {
  /** Stands before the name of every context-param. */
  public static final String PREFIX = "launchgate.";

  private static final String PUBLISHED = "org.launchgate.servlet.LaunchAuthenticator";
  private static final String DONE = "org.launchgate.servlet.LaunchAuthenticator.done";

  /** How far a request has come. */
  private enum Done {
    ADMITTED,
    ANSWERED
  }

  private final ServletContext context;
  private final LaunchGate gate;
  private final ContainerCheck check;
  private final ContainerLogins logins = new ContainerLogins();

  private LaunchAuthenticator(ServletContext context, LaunchGate gate, ContainerCheck check) {
    this.context = context;
    this.gate = gate;
    this.check = check;
  }

  /** What became of a request. */
  public sealed interface Outcome {

    /**
     * It is answered, status and body, and must not reach the application: a launch on its way, or
     * a request that was turned away.
     */
    record Answered() implements Outcome {}

    /**
     * It is of a session with a launch.
     *
     * @param request as the application shall see it
     * @param response as the application shall see it
     * @param principal who launched; the same object for as long as the session is in this memory
     * @param roles that they have in this window; none where no window is certain
     */
    record Launched(
        HttpServletRequest request,
        HttpServletResponse response,
        LaunchPrincipal principal,
        Set<String> roles)
        implements Outcome {

      /** Nothing of the request, whose parameters may be anything. */
      @Override
      public String toString() {
        return "Launched[" + principal + "]";
      }
    }

    /**
     * It has nothing to do with a launch.
     *
     * @param request as the application shall see it
     * @param forOthers the request as another mechanism shall see it, which may answer it: the one
     *     that was asked about, since only what is let pass may be wrapped, unless a form of it has
     *     been read
     * @param response as the application shall see it
     * @param user whom the container remembers by a log-in of its own, and has to be told again;
     *     empty for nobody
     */
    record NotLaunched(
        HttpServletRequest request,
        HttpServletRequest forOthers,
        HttpServletResponse response,
        Optional<Principal> user)
        implements Outcome {

      /** Not who the user is, whom containers show by name. */
      @Override
      public String toString() {
        return "NotLaunched[" + (user.isPresent() ? "a user of the container" : "nobody") + "]";
      }
    }
  }

  /**
   * Reads and checks the whole configuration of an application, and publishes what comes of it
   * there. What this server is known to do wrong is logged, with what to do about it.
   *
   * @param name says in log lines and figures which one it is
   * @throws IllegalArgumentException for every mistake in the configuration, as {@link
   *     LaunchFilter#init} has it; nothing is published then, and nothing stays open
   * @throws IllegalStateException where the application has one already, and on Jetty, which asks
   *     no module about public pages
   */
  public static LaunchAuthenticator publish(ServletContext context, String name) {
    return publish(context, name, Set.of());
  }

  /**
   * The same, for who knows of more roles that the application declares than {@code web.xml} and
   * servlets' annotations tell: nobody is told to declare them.
   *
   * @param name says in log lines and figures which one it is
   * @param declaredRoles those roles; empty for none
   * @throws IllegalArgumentException as above
   * @throws IllegalStateException as above
   */
  public static LaunchAuthenticator publish(
      ServletContext context, String name, Set<String> declaredRoles) {
    return publish(context, name, declaredRoles, Clock.systemUTC());
  }

  static LaunchAuthenticator publish(
      ServletContext context, String name, Set<String> declaredRoles, Clock clock) {
    if (published(context).isPresent()) {
      throw new IllegalStateException(
          "the application has a container authentication of Launchgate already: name the listener"
              + " once, and use it or the mechanism, not both");
    }
    ContainerCheck.requireFit(context);
    LaunchGate gate = gate(context, name, clock);
    try {
      Set<String> undeclared = new TreeSet<>(gate.roles());
      undeclared.removeAll(declaredRoles);
      ContainerCheck check = new ContainerCheck(context, undeclared);
      check.atStart();
      LaunchAuthenticator made = new LaunchAuthenticator(context, gate, check);
      context.setAttribute(PUBLISHED, made);
      return made;
    } catch (RuntimeException | Error e) {
      gate.close();
      throw e;
    }
  }

  private static LaunchGate gate(ServletContext context, String name, Clock clock) {
    try {
      return FilterAssembly.assemble(context, name, params(context), clock);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "context-params that begin with \"" + PREFIX + "\": " + e.getMessage(), e);
    }
  }

  /** The one that is published in an application. */
  public static Optional<LaunchAuthenticator> published(ServletContext context) {
    return context.getAttribute(PUBLISHED) instanceof LaunchAuthenticator there
        ? Optional.of(there)
        : Optional.empty();
  }

  private static Map<String, String> params(ServletContext context) {
    Map<String, String> params = new TreeMap<>();
    for (String name : Collections.list(context.getInitParameterNames())) {
      if (name.startsWith(PREFIX)) {
        params.put(name.substring(PREFIX.length()), String.valueOf(context.getInitParameter(name)));
      }
    }
    return params;
  }

  /**
   * Does with a client's request all that the filter would. Once for each request: asked again, it
   * says what it said before.
   *
   * @throws IOException when the answer cannot be written
   * @throws ServletException when the container does not log its user out
   */
  public Outcome authenticate(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    check.atFirstRequest();
    Object done = request.getAttribute(DONE);
    if (done == Done.ANSWERED) {
      return new Outcome.Answered();
    }
    Optional<LaunchBinder.Bound> bound =
        done == null && request.getDispatcherType() == DispatcherType.REQUEST
            ? gate.admit(request, response)
            : Optional.of(gate.bind(request, response));
    request.setAttribute(DONE, bound.isPresent() ? Done.ADMITTED : Done.ANSWERED);
    return bound.map(this::outcome).orElseGet(Outcome.Answered::new);
  }

  private Outcome outcome(LaunchBinder.Bound bound) {
    RequestLaunch launch = RequestLaunch.of(bound.request()).orElseThrow();
    Optional<LaunchPrincipal> user = launch.user();
    if (user.isPresent()) {
      return new Outcome.Launched(bound.request(), bound.response(), user.get(), launch.roles());
    }
    logins.renew(bound.request());
    return new Outcome.NotLaunched(
        logins.around(bound.request()),
        bound.request(),
        bound.response(),
        LaunchRequest.otherUser(bound.request()));
  }

  /**
   * Answers a request that needs a launch and has none: 401, a page or problem details.
   *
   * @throws IOException when the answer cannot be written
   */
  public void turnAway(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    gate.turnAway(request, response); // may forward to a page of the application
    request.setAttribute(DONE, Done.ANSWERED);
  }

  /**
   * Answers a request about which something has failed: 500, sent off at once, where nothing is
   * sent yet. Some containers make an empty 200 of an exception.
   *
   * @throws IOException when the answer cannot be written
   */
  public static void fail(HttpServletResponse response) throws IOException {
    if (!response.isCommitted()) {
      HttpAnswer.failure(response);
    }
  }

  /**
   * Ends the launch, and its session, of a user whom the container logs out. A session without a
   * launch stays as it is.
   */
  public void loggedOut(HttpServletRequest request) {
    RequestLaunch.of(request).ifPresent(launch -> launch.forget(request));
    gate.end(request);
  }

  /** Whether whoever authenticates requests for the container has asked about this one. */
  static boolean hasLookedAt(HttpServletRequest request) {
    return request.getAttribute(DONE) != null;
  }

  /** For the filter that shares this one. */
  void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Object done = request.getAttribute(DONE);
    if (done == Done.ANSWERED) {
      return; // a server that runs the application all the same
    }
    logins.renew(request); // whom another mechanism has logged in just now
    if (done == null && request.getDispatcherType() == DispatcherType.REQUEST) {
      gate.pass(request, response, chain);
    } else {
      LaunchBinder.Bound bound = gate.bind(request, response);
      boolean launched = RequestLaunch.of(request).flatMap(RequestLaunch::user).isPresent();
      chain.doFilter(launched ? bound.request() : logins.around(bound.request()), bound.response());
    }
  }

  /** Closes what a filter closes when it is destroyed; nothing of it is published any more. */
  @Override
  public void close() {
    try {
      context.removeAttribute(PUBLISHED);
    } finally {
      gate.close();
    }
  }
}
