package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.launchgate.LaunchContext;
import org.launchgate.spi.LaunchUnavailableException;

/**
 * Keeps launches in HTTP sessions, under the rules of who may inherit what.
 *
 * <ul>
 *   <li>No session, or an anonymous one: what it holds is kept, its id is changed.
 *   <li>The same user: session and id are kept, the context is replaced.
 *   <li>Another user: the old session ends, nothing of it is inherited.
 * </ul>
 *
 * <p>Another request may end the session at any moment between two of our calls; every method copes
 * with that. Two launches at once never make one session theirs: on one node, looking at a session
 * and taking it is one step.
 */
final class LaunchSessions {
  static final String ATTRIBUTE = "org.launchgate.servlet.LaunchSession";
  private static final String WARNED = "org.launchgate.servlet.otherUserWarned";
  private static final int ATTEMPTS = 3;

  /** One for all: a session's id, by which it could be told from others, changes in between. */
  private final Lock taking = new ReentrantLock();

  /** What the request's session holds; empty without a session or launch. Creates no session. */
  Optional<LaunchSession> current(HttpServletRequest request) {
    return Optional.ofNullable(held(request.getSession(false)));
  }

  /**
   * Makes a launch the session's own.
   *
   * @return what the request's session held before; empty for nothing
   * @throws LaunchUnavailableException when the container gives no session that lasts
   */
  Optional<LaunchSession> establish(HttpServletRequest request, LaunchContext context) {
    taking.lock();
    try {
      Optional<LaunchSession> before = current(request);
      establish(request, context, ATTEMPTS);
      return before;
    } finally {
      taking.unlock();
    }
  }

  private static void establish(HttpServletRequest request, LaunchContext context, int attempts) {
    try {
      store(request, context);
    } catch (IllegalStateException ended) {
      if (attempts <= 1) {
        throw new LaunchUnavailableException("the container gives no session that lasts", ended);
      }
      establish(request, context, attempts - 1);
    }
  }

  private static void store(HttpServletRequest request, LaunchContext context) {
    HttpSession old = request.getSession(false);
    LaunchSession held = held(old);
    if (old != null && held != null) {
      if (held.principal().equals(context.principal())) {
        old.setAttribute(ATTRIBUTE, held.then(context));
        return;
      }
      old.invalidate();
    }
    HttpSession session = request.getSession(true);
    // Also a session that was made just now: a container may take its id over from the request.
    request.changeSessionId();
    session.setAttribute(ATTRIBUTE, LaunchSession.of(context));
  }

  /** Whether this session hears for the first time that it is in conflict with the container. */
  boolean isFirstConflict(HttpServletRequest request) {
    try {
      HttpSession session = request.getSession(false);
      if (session == null || session.getAttribute(WARNED) != null) {
        return false;
      }
      session.setAttribute(WARNED, true);
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  /** Takes the launch out of a session; of any number of calls at once one gets it. */
  Optional<LaunchSession> take(@Nullable HttpSession session) {
    taking.lock();
    try {
      LaunchSession held = held(session);
      if (session != null && held != null) {
        session.removeAttribute(ATTRIBUTE);
      }
      return Optional.ofNullable(held);
    } catch (IllegalStateException e) {
      return Optional.empty(); // ended in the meantime, by somebody who has taken it
    } finally {
      taking.unlock();
    }
  }

  /** Ends a session, which may have ended already. */
  static void end(@Nullable HttpSession session) {
    if (session == null) {
      return;
    }
    try {
      session.removeAttribute(ATTRIBUTE);
      session.invalidate();
    } catch (IllegalStateException e) {
      // ended in the meantime, which is what was wanted
    }
  }

  private static @Nullable LaunchSession held(@Nullable HttpSession session) {
    if (session == null) {
      return null;
    }
    try {
      return session.getAttribute(ATTRIBUTE) instanceof LaunchSession held ? held : null;
    } catch (IllegalStateException e) {
      return null;
    }
  }
}
