package org.launchgate.servlet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What browsers should see, worked out from the rules in the plainest way: one map of sessions, in
 * each a map of what is open. It shares no code with what it judges.
 */
final class WindowOracle {
  static final Duration TICKET = Duration.ofMinutes(1);
  static final Duration QUESTION = Duration.ofMinutes(10);
  static final Duration TOKEN = Duration.ofMinutes(5);
  static final Duration IDLE = Duration.ofHours(1);
  static final Duration MAX_AGE = Duration.ofMinutes(90);

  private static final int MAX_WINDOWS = 16;
  private static final int MAX_MARKS = 50;

  /** What a launch is about. */
  record Focus(String partner, String organization, String patient) {
    @Override
    public String toString() {
      return partner + "/" + organization + "/" + patient;
    }
  }

  /** A token, and what it says. */
  record Launch(String token, String user, Focus focus, Instant issuedAt) {
    @Override
    public String toString() {
      return user + " with " + focus;
    }
  }

  /** What becomes of a token. */
  enum Verdict {
    FRESH,
    USED,
    LATE
  }

  /** What becomes of a request on the launch path. */
  enum Outcome {
    ENTERED,
    ASKED,
    REFUSED
  }

  /** A patient that is open. */
  static final class Window {
    final Focus focus;
    private List<Object> marks = new ArrayList<>();
    private Instant used;
    private String id;

    Window(Focus focus) {
      this.focus = focus;
    }

    private void mark(Object mark) {
      marks.remove(mark);
      marks.add(mark);
      marks = new ArrayList<>(marks.subList(Math.max(0, marks.size() - MAX_MARKS), marks.size()));
    }
  }

  private static final class Session {
    final String user;
    final Instant since;
    final Map<Focus, Window> open = new LinkedHashMap<>();
    int opened;
    Instant accessed;

    Session(String user, Instant now) {
      this.user = user;
      this.since = now;
      this.accessed = now;
    }
  }

  /**
   * What an application request should see.
   *
   * @param status the status; with 200 the application was reached
   * @param user the user; null for none
   * @param focus the patient; null for none
   */
  record Sight(int status, String user, Focus focus) {}

  private final boolean many;
  private final boolean strict;
  private final boolean ask;
  private final Clock clock;
  private final Map<FakeBrowser, Session> sessions = new HashMap<>();
  private final Set<Launch> used = new HashSet<>();
  private final Set<String> ids = new HashSet<>();
  private int evictions;

  WindowOracle(String mode, boolean ask, Clock clock) {
    this.many = mode.equals("many");
    this.strict = mode.equals("strict");
    this.ask = ask;
    this.clock = clock;
  }

  /** A request that brings the cookies of this site has come. */
  void access(FakeBrowser browser) {
    Session session = sessions.get(browser);
    if (session == null) {
      return;
    }
    if (!clock.instant().isBefore(session.accessed.plus(IDLE))) {
      sessions.remove(browser);
    } else {
      session.accessed = clock.instant();
    }
  }

  private boolean isOver(Session session) {
    return !clock.instant().isBefore(session.since.plus(MAX_AGE));
  }

  /** The session, unless nobody may be in it any longer. */
  private Session session(FakeBrowser browser) {
    Session session = sessions.get(browser);
    return session == null || isOver(session) ? null : session;
  }

  String userOf(FakeBrowser browser) {
    Session session = session(browser);
    return session == null ? null : session.user;
  }

  Verdict verify(Launch launch) {
    if (clock.instant().isAfter(launch.issuedAt().plus(TOKEN))) {
      return Verdict.LATE;
    }
    return used.contains(launch) ? Verdict.USED : Verdict.FRESH;
  }

  void use(Launch launch) {
    used.add(launch);
  }

  /** Where a launch or ticket has led to in this very session; null for nowhere. */
  Window held(FakeBrowser browser, Object mark) {
    Session session = session(browser);
    return session == null
        ? null
        : session.open.values().stream()
            .filter(window -> window.marks.contains(mark))
            .findAny()
            .orElse(null);
  }

  /** One more ticket has led there. */
  void mark(Window window, Object ticket) {
    if (!window.marks.contains(ticket)) {
      window.mark(ticket);
      window.used = clock.instant();
    }
  }

  /**
   * A launch comes in.
   *
   * @param ticket by which it comes; null for none
   * @param instead whose session may end for it; null where nobody was asked
   */
  Outcome enter(FakeBrowser browser, Launch launch, Object ticket, String instead) {
    Session session = session(browser);
    if (session != null && !session.user.equals(launch.user())) {
      if (ask && !session.user.equals(instead)) {
        return Outcome.ASKED;
      }
      session = null;
    }
    if (session != null && !many && !session.open.containsKey(launch.focus())) {
      session = null;
    }
    if (session == null) {
      session = new Session(launch.user(), clock.instant());
      sessions.put(browser, session);
    }
    if (!session.open.containsKey(launch.focus())) {
      session.opened++;
      makeRoom(session);
    }
    Window window = session.open.computeIfAbsent(launch.focus(), Window::new);
    window.mark(launch);
    if (ticket != null) {
      window.mark(ticket);
    }
    window.used = clock.instant();
    return Outcome.ENTERED;
  }

  private void makeRoom(Session session) {
    if (session.open.size() == MAX_WINDOWS) {
      evictions++;
      session.open.values().stream()
          .min(Comparator.comparing(window -> window.used))
          .ifPresent(idle -> session.open.remove(idle.focus));
    }
  }

  /** How many windows have left for others. */
  int evictions() {
    return evictions;
  }

  /** The id of the window that a page shows: always the same one, and never one seen before. */
  void learn(FakeBrowser browser, Focus focus, String id) {
    Window window = sessions.get(browser).open.get(focus);
    if (window.id == null) {
      window.id = id;
      if (!ids.add(id)) {
        throw new AssertionError("the id " + id + " was that of another window");
      }
    } else if (!window.id.equals(id)) {
      throw new AssertionError(
          "the window of " + focus + " was " + window.id + ", now it is " + id);
    }
  }

  /**
   * A request of the application.
   *
   * @param id the window that it names; null for none
   */
  Sight see(FakeBrowser browser, String id, boolean unsafe) {
    access(browser);
    Session session = session(browser);
    if (session == null) {
      sessions.remove(browser);
      return new Sight(id == null ? 200 : 401, null, null);
    }
    Window window = window(session, id);
    if (window != null) {
      window.used = clock.instant();
    }
    if (id == null ? strict && unsafe : window == null) {
      return new Sight(409, null, null);
    }
    return new Sight(200, session.user, window == null ? null : window.focus);
  }

  private static Window window(Session session, String id) {
    if (id == null) {
      return session.opened == 1 && !session.open.isEmpty()
          ? session.open.values().iterator().next()
          : null;
    }
    return session.open.values().stream()
        .filter(window -> id.equals(window.id))
        .findAny()
        .orElse(null);
  }

  void close(FakeBrowser browser, Focus focus) {
    sessions.get(browser).open.remove(focus);
  }

  void end(FakeBrowser browser) {
    sessions.remove(browser);
  }
}
