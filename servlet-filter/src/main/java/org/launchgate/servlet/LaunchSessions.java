package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.launchgate.LaunchPrincipal;
import org.launchgate.profile.ContextField;
import org.launchgate.spi.LaunchUnavailableException;

/**
 * Keeps launches in HTTP sessions, under the rules of who may inherit what.
 *
 * <ul>
 *   <li>No session, or an anonymous one: what it holds is kept, its id is changed.
 *   <li>The same user and what a window shows already: the window gets the newer launch.
 *   <li>The same user and something else: a window more, where the application carries windows'
 *       ids; else a new session, so that nothing of the first patient is left in it.
 *   <li>Another user: the old session ends, nothing of it is inherited; by default only after the
 *       user has said so.
 * </ul>
 *
 * <p>The user and each window have an attribute of their own, written only when it changes. Another
 * request may end the session at any moment between two of our calls; every method copes with that.
 * Two launches at once never make one session theirs: on one node, looking at a session and taking
 * it is one step.
 */
final class LaunchSessions {
  static final String USER = "org.launchgate.servlet.SessionUser";
  static final String WINDOW = "org.launchgate.servlet.LaunchWindow.";
  static final String HAD_SEVERAL = "org.launchgate.servlet.hadSeveralWindows";
  private static final String WARNED = "org.launchgate.servlet.otherUserWarned";

  /** Stands in a session from which the launch was taken, until that session ends. */
  private static final String ENDING = "org.launchgate.servlet.ending";

  /** More than anybody has in front of them; a session must not grow for ever. */
  static final int MAX_WINDOWS = 16;

  private static final int ATTEMPTS = 3;

  private final WindowMode mode;
  private final boolean askOtherUser;
  private final Duration maxAge;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** One for all: a session's id, by which it could be told from others, changes in between. */
  private final Lock taking = new ReentrantLock();

  /**
   * Sessions.
   *
   * @param askOtherUser whether a launch of another user waits for an answer
   * @param maxAge how long a user may stay, however busy; zero for no limit
   */
  LaunchSessions(WindowMode mode, boolean askOtherUser, Duration maxAge, Clock clock) {
    this.mode = mode;
    this.askOtherUser = askOtherUser;
    this.maxAge = maxAge;
    this.clock = clock;
  }

  WindowMode mode() {
    return mode;
  }

  /** What the request's session holds; empty without a session or launch. Creates no session. */
  Optional<LaunchSession> current(HttpServletRequest request) {
    return Optional.ofNullable(held(request.getSession(false)));
  }

  /** Whether a user has been here for longer than anybody may. */
  boolean isOver(LaunchSession session) {
    return !maxAge.isZero() && !clock.instant().isBefore(session.user().since().plus(maxAge));
  }

  /**
   * Lets a launch into the request's session, or into a new one.
   *
   * @throws LaunchUnavailableException when the container gives no session that lasts
   */
  Entry enter(HttpServletRequest request, Admission admission) {
    taking.lock();
    try {
      return enter(request, admission, ATTEMPTS);
    } finally {
      taking.unlock();
    }
  }

  /** Somebody else who is logged in here and would have to agree first; empty for nobody. */
  Optional<LaunchSession> standsAgainst(
      HttpServletRequest request, LaunchPrincipal user, @Nullable String instead) {
    return current(request)
        .filter(held -> askOtherUser && !isOver(held))
        .filter(held -> isInTheWay(held, user, instead));
  }

  private static boolean isInTheWay(
      LaunchSession held, LaunchPrincipal user, @Nullable String instead) {
    return !held.principal().equals(user) && !held.principal().getName().equals(instead);
  }

  private Entry enter(HttpServletRequest request, Admission admission, int attempts) {
    try {
      return store(request, admission);
    } catch (IllegalStateException ended) {
      if (attempts <= 1) {
        throw new LaunchUnavailableException("the container gives no session that lasts", ended);
      }
      return enter(request, admission, attempts - 1);
    }
  }

  private Entry store(HttpServletRequest request, Admission admission) {
    HttpSession session = request.getSession(false);
    if (session != null && session.getAttribute(ENDING) != null) {
      session.invalidate(); // nobody comes in between the two halves of a log-out
      session = null;
    }
    LaunchSession held = held(session);
    if (session == null || held == null) {
      return entered(admission, begin(request, admission), null, null);
    }
    if (isOver(held)) {
      session.invalidate();
      return entered(admission, begin(request, admission), null, null);
    }
    if (!held.principal().equals(admission.principal())) {
      if (askOtherUser && isInTheWay(held, admission.principal(), admission.instead())) {
        return new Entry.OtherUser(held);
      }
      session.invalidate();
      return entered(admission, begin(request, admission), held, null);
    }
    Optional<LaunchWindow> same = held.ofSameFocus(admission.context());
    if (same.isPresent()) {
      LaunchWindow next =
          same.get()
              .then(admission.context(), admission.roles(), admission.marks(), admission.target())
              .with(admission.handed());
      return entered(admission, keep(session, next), held, same.get());
    }
    if (mode != WindowMode.MANY) {
      session.invalidate();
      LaunchWindow gone = held.latest().orElse(null);
      return entered(admission, begin(request, admission), held, gone);
    }
    if (!held.hadSeveral()) {
      session.setAttribute(HAD_SEVERAL, true);
    }
    makeRoom(session, held);
    return entered(admission, keep(session, open(admission)), held, null);
  }

  private static Entry entered(
      Admission admission,
      LaunchWindow window,
      @Nullable LaunchSession before,
      @Nullable LaunchWindow replaced) {
    return new Entry.Entered(admission.principal(), window, before, replaced);
  }

  private LaunchWindow begin(HttpServletRequest request, Admission admission) {
    HttpSession session = request.getSession(true);
    // Also a session that was made just now: a container may take its id over from the request.
    request.changeSessionId();
    clear(session);
    LaunchWindow window = keep(session, open(admission));
    session.setAttribute(
        USER,
        new SessionUser(
            admission.principal(),
            clock.instant(),
            admission.context().record().personal().contains(ContextField.USER_VALUE)));
    return window;
  }

  private LaunchWindow open(Admission admission) {
    return LaunchWindow.open(
            LaunchWindow.randomId(random),
            admission.context(),
            admission.roles(),
            admission.marks(),
            admission.target())
        .with(admission.handed());
  }

  private LaunchWindow keep(HttpSession session, LaunchWindow window) {
    window.use(clock.instant());
    session.setAttribute(WINDOW + window.id(), window);
    return window;
  }

  /** The longest idle goes first. */
  private static void makeRoom(HttpSession session, LaunchSession held) {
    if (held.windows().size() < MAX_WINDOWS) {
      return;
    }
    List<LaunchWindow> idle = new ArrayList<>(held.windows());
    idle.sort(Comparator.comparingLong(LaunchWindow::usedAt));
    idle.subList(0, idle.size() - MAX_WINDOWS + 1)
        .forEach(window -> session.removeAttribute(WINDOW + window.id()));
  }

  /** Remembers one more ticket that has led to a window. */
  void mark(HttpServletRequest request, LaunchWindow window, String ticket) {
    taking.lock();
    try {
      HttpSession session = request.getSession(false);
      LaunchSession held = held(session);
      Optional<LaunchWindow> there = held == null ? Optional.empty() : held.window(window.id());
      if (session != null && there.isPresent() && !there.get().isRedeemed(ticket)) {
        keep(session, there.get().marked(ticket));
      }
    } catch (IllegalStateException e) {
      // ended in the meantime, and nothing of it is remembered
    } finally {
      taking.unlock();
    }
  }

  /** Says that a window is in use. */
  void use(LaunchWindow window) {
    window.use(clock.instant());
  }

  /** Closes a window; false when it was closed already. */
  boolean close(@Nullable HttpSession session, String id) {
    taking.lock();
    try {
      boolean open = session != null && session.getAttribute(WINDOW + id) != null;
      if (open && session != null) {
        session.removeAttribute(WINDOW + id);
      }
      return open;
    } catch (IllegalStateException e) {
      return false;
    } finally {
      taking.unlock();
    }
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

  /** Takes the launches out of a session; of any number of calls at once one gets them. */
  Optional<LaunchSession> take(@Nullable HttpSession session) {
    taking.lock();
    try {
      LaunchSession held = held(session);
      if (session != null && held != null) {
        session.setAttribute(ENDING, true);
        clear(session);
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
      clear(session);
      session.invalidate();
    } catch (IllegalStateException e) {
      // ended in the meantime, which is what was wanted
    }
  }

  private static void clear(HttpSession session) {
    session.removeAttribute(USER);
    session.removeAttribute(HAD_SEVERAL);
    windowNames(session).forEach(session::removeAttribute);
  }

  private static @Nullable LaunchSession held(@Nullable HttpSession session) {
    if (session == null) {
      return null;
    }
    try {
      if (!(session.getAttribute(USER) instanceof SessionUser user)) {
        return null;
      }
      List<LaunchWindow> windows = new ArrayList<>();
      for (String name : windowNames(session)) {
        if (session.getAttribute(name) instanceof LaunchWindow window) {
          windows.add(window);
        }
      }
      return new LaunchSession(user, windows, session.getAttribute(HAD_SEVERAL) != null);
    } catch (IllegalStateException e) {
      return null;
    }
  }

  private static List<String> windowNames(HttpSession session) {
    return Collections.list(session.getAttributeNames()).stream()
        .filter(name -> name.startsWith(WINDOW))
        .toList();
  }
}
