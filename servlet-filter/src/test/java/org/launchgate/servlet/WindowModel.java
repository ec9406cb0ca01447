package org.launchgate.servlet;

import static org.launchgate.servlet.WindowOracle.Outcome.ASKED;
import static org.launchgate.servlet.WindowOracle.Outcome.ENTERED;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.launchgate.MovableClock;
import org.launchgate.servlet.WindowOracle.Focus;
import org.launchgate.servlet.WindowOracle.Launch;
import org.launchgate.servlet.WindowOracle.Outcome;
import org.launchgate.servlet.WindowOracle.Sight;
import org.launchgate.servlet.WindowOracle.Verdict;
import org.launchgate.servlet.WindowOracle.Window;

/** One random walk of a few doctors through an application, each step judged by the oracle. */
final class WindowModel {
  private static final Pattern TICKET =
      Pattern.compile("launch_ticket(?:=|\" value=\")([A-Za-z0-9_-]{43})");
  private static final int KEPT = 30;

  /** A tab: what it launched, and the id that its pages carry. */
  record Tab(FakeBrowser browser, String user, Focus focus, String id) {
    @Override
    public String toString() {
      return browser + "'s tab of " + user + " with " + focus;
    }
  }

  /** What a browser was told to come back with. */
  private static final class Parked {
    final FakeBrowser browser; // null for a bearer's
    final String ticket;
    final Launch launch;
    final boolean fresh;
    final Instant until;
    boolean taken;
    boolean cookie;
    String instead; // for an answer

    Parked(FakeBrowser browser, String ticket, Launch launch, boolean fresh, Instant until) {
      this.browser = browser;
      this.ticket = ticket;
      this.launch = launch;
      this.fresh = fresh;
      this.until = until;
      this.cookie = browser != null;
    }
  }

  private final boolean many;
  private final FakeContainer container;
  private final MovableClock clock;
  private final WindowTokens tokens;
  private final Random random;
  private final WindowOracle oracle;
  private final List<FakeBrowser> browsers = new ArrayList<>();
  private final List<Tab> tabs = new ArrayList<>();
  private final List<Launch> launches = new ArrayList<>();
  private final List<Parked> tickets = new ArrayList<>();
  private final List<Parked> questions = new ArrayList<>();
  private final Consumer<String> log;
  private final Map<String, Integer> tally;

  /** Whether it is nearly always the same doctor, who opens patient after patient. */
  private final boolean loyal;

  WindowModel(
      String mode,
      boolean ask,
      FakeContainer container,
      MovableClock clock,
      WindowTokens tokens,
      Random random,
      Consumer<String> log,
      Map<String, Integer> tally) {
    this.many = mode.equals("many");
    this.container = container;
    this.clock = clock;
    this.tokens = tokens;
    this.random = random;
    this.oracle = new WindowOracle(mode, ask, clock);
    this.log = log;
    this.tally = tally;
    this.loyal = chance(25);
    for (int i = 1; i <= (loyal ? 1 : 3); i++) {
      browsers.add(new FakeBrowser("browser" + i, container));
    }
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private void count(String what) {
    tally.merge(what, 1, Integer::sum);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private static <T> void keep(List<T> list, T element) {
    if (list.size() == KEPT) {
      list.remove(0);
    }
    list.add(element);
  }

  private String anyUser() {
    return loyal && chance(99) ? WindowTokens.USERS.get(0) : any(WindowTokens.USERS);
  }

  private Launch token(String user) {
    Launch launch = tokens.next(random, user);
    keep(launches, launch);
    return launch;
  }

  /** How often a window has left for another one. */
  int evictions() {
    return oracle.evictions();
  }

  /** Does one thing at random. */
  void step() {
    clock.advance(Duration.ofMillis(1 + random.nextInt(chance(90) ? 1000 : 20_000)));
    int dice = random.nextInt(loyal && chance(95) ? 880 : 1000);
    if (dice < 170) {
      link(any(browsers), token(anyUser()));
    } else if (dice < 300) {
      form(any(browsers), token(anyUser()));
    } else if (dice < 340) {
      script(token(anyUser()));
    } else if (dice < 410 && !tickets.isEmpty()) {
      redeem(any(browsers), any(tickets));
    } else if (dice < 470 && !questions.isEmpty()) {
      answer(any(questions));
    } else if (dice < 530 && !launches.isEmpty()) {
      replay(any(launches));
    } else if (dice < 760 && !tabs.isEmpty()) {
      visit(any(tabs));
    } else if (dice < 880) {
      see(any(browsers), null, chance(40), null);
    } else if (dice < 930 && !tabs.isEmpty()) {
      visitWhileTheWorldChanges(any(tabs));
    } else if (dice < 945) {
      logOut(any(browsers));
    } else if (dice < 975 && !tabs.isEmpty()) {
      close(any(tabs));
    } else {
      wait(dice);
    }
  }

  private void wait(int dice) {
    Duration time =
        dice < 985
            ? Duration.ofSeconds(61)
            : dice < 995 ? Duration.ofMinutes(40) : Duration.ofMinutes(61);
    log.accept("wait " + time);
    clock.advance(time);
  }

  private void link(FakeBrowser browser, Launch launch) {
    log.accept(browser + " opens a link of " + launch);
    Verdict verdict = oracle.verify(launch);
    oracle.access(browser);
    FakeExchange answer = browser.get("/launch?token=" + launch.token());
    if (verdict == Verdict.FRESH) {
      oracle.use(launch);
      entered(browser, launch, null, null, answer);
    } else {
      again(browser, oracle.held(browser, launch), answer);
    }
  }

  private void form(FakeBrowser browser, Launch launch) {
    boolean elsewhere = chance(70);
    log.accept(browser + " posts " + (elsewhere ? "from elsewhere " : "") + launch);
    Verdict verdict = oracle.verify(launch);
    String form = "token=" + launch.token();
    if (!elsewhere) {
      oracle.access(browser);
    }
    FakeExchange hop =
        elsewhere
            ? browser.postFromElsewhere("/launch", form, Map.of())
            : browser.post("/launch", form);
    if (verdict == Verdict.LATE) {
      again(browser, elsewhere ? null : oracle.held(browser, launch), hop);
      return;
    }
    if (verdict == Verdict.FRESH) {
      oracle.use(launch);
    }
    require(hop, 303);
    Parked parked =
        new Parked(
            browser,
            ticket(hop.location()),
            launch,
            verdict == Verdict.FRESH,
            clock.instant().plus(WindowOracle.TICKET));
    keep(tickets, parked);
    if (chance(70)) {
      redeem(browser, parked);
    }
  }

  private void script(Launch launch) {
    FakeBrowser page = any(browsers);
    log.accept("a script posts " + launch);
    Verdict verdict = oracle.verify(launch);
    FakeExchange answer =
        page.postFromElsewhere(
            "/launch", "token=" + launch.token(), Map.of("accept", "application/json"));
    if (verdict != Verdict.FRESH) {
      require(answer, 403);
      return;
    }
    oracle.use(launch);
    require(answer, 200);
    Parked parked =
        new Parked(
            null, ticket(answer.body()), launch, true, clock.instant().plus(WindowOracle.TICKET));
    keep(tickets, parked);
    if (chance(70)) {
      redeem(any(browsers), parked);
    }
  }

  private static String ticket(String text) {
    Matcher found = TICKET.matcher(text);
    if (!found.find()) {
      throw new AssertionError("no ticket in " + text);
    }
    return found.group(1);
  }

  private void redeem(FakeBrowser browser, Parked parked) {
    log.accept(browser + " redeems the ticket of " + parked.browser + " for " + parked.launch);
    oracle.access(browser);
    FakeExchange answer = browser.get("/launch?launch_ticket=" + parked.ticket);
    boolean good =
        !parked.taken
            && clock.instant().isBefore(parked.until)
            && (parked.browser == null || (parked.browser == browser && parked.cookie));
    if (!good) {
      again(browser, oracle.held(browser, parked.ticket), answer);
      return;
    }
    parked.taken = true;
    if (parked.fresh) {
      parked.cookie = entered(browser, parked.launch, parked.ticket, null, answer) == ASKED;
      return;
    }
    Window window = oracle.held(browser, parked.launch);
    if (window != null) {
      oracle.mark(window, parked.ticket);
      parked.cookie = false;
    }
    again(browser, window, answer);
  }

  private void answer(Parked question) {
    FakeBrowser browser = chance(80) ? question.browser : any(browsers);
    log.accept(
        browser + " answers that " + question.launch + " goes on instead of " + question.instead);
    oracle.access(browser);
    FakeExchange answer = browser.post("/launch", "launch_ticket=" + question.ticket);
    boolean good =
        !question.taken
            && clock.instant().isBefore(question.until)
            && question.browser == browser
            && question.cookie;
    if (!good) {
      again(browser, oracle.held(browser, question.ticket), answer);
      return;
    }
    question.taken = true;
    question.cookie =
        entered(browser, question.launch, question.ticket, question.instead, answer) == ASKED;
  }

  private void replay(Launch launch) {
    if (chance(60)) {
      link(any(browsers), launch);
    } else if (chance(70)) {
      form(any(browsers), launch);
    } else {
      script(launch);
    }
  }

  /** What should have become of a fresh launch. */
  private Outcome entered(
      FakeBrowser browser, Launch launch, String ticket, String instead, FakeExchange answer) {
    String held = oracle.userOf(browser);
    Outcome outcome = oracle.enter(browser, launch, ticket, instead);
    count(outcome.toString() + (instead == null ? "" : " by an answer"));
    if (outcome == ENTERED) {
      openTab(browser, launch.user(), launch.focus(), answer);
    } else {
      require(answer, 200);
      Parked question =
          new Parked(
              browser,
              ticket(answer.body()),
              launch,
              true,
              clock.instant().plus(WindowOracle.QUESTION));
      question.instead = held;
      keep(questions, question);
    }
    return outcome;
  }

  /** What should have become of a launch or ticket that was used before. */
  private void again(FakeBrowser browser, Window window, FakeExchange answer) {
    count(window == null ? "REFUSED" : "AGAIN");
    if (window == null) {
      require(answer, 403);
    } else {
      openTab(browser, oracle.userOf(browser), window.focus, answer);
    }
  }

  /** The browser goes where the launch leads, and the tab has that page from now on. */
  private void openTab(FakeBrowser browser, String user, Focus focus, FakeExchange answer) {
    require(answer, 303);
    String home = answer.location();
    String named = home.contains("_lw=") ? home.replaceAll(".*_lw=", "") : null;
    if (many != (named != null) || !home.startsWith("/app/home")) {
      throw new AssertionError("led to " + home);
    }
    if (named != null) {
      oracle.learn(browser, focus, named);
    }
    ModelApp app = see(browser, named, false, null);
    if (!user.equals(app.user) || !focus.equals(app.focus)) {
      throw new AssertionError(user + " launched " + focus + " and sees " + app);
    }
    oracle.learn(browser, focus, app.window);
    keep(tabs, new Tab(browser, user, focus, app.window));
  }

  private void visit(Tab tab) {
    FakeBrowser browser = chance(90) ? tab.browser() : any(browsers);
    see(browser, tab.id(), chance(40), browser == tab.browser() ? tab : null);
  }

  /** A request of the application, by a tab or by nobody knows which. */
  private ModelApp see(FakeBrowser browser, String id, boolean unsafe, Tab tab) {
    return see(browser, id, unsafe, tab, new ModelApp(many));
  }

  private ModelApp see(FakeBrowser browser, String id, boolean unsafe, Tab tab, ModelApp app) {
    boolean header = id != null && chance(30);
    log.accept(
        (tab == null ? browser + (id == null ? "" : " with the id of another tab") : tab)
            + (unsafe ? " changes something" : " looks"));
    Sight expected = oracle.see(browser, id, unsafe);
    FakeExchange exchange =
        browser.send(
            unsafe ? "POST" : "GET",
            id == null || header ? "/home" : "/home?_lw=" + id,
            unsafe ? "a=b" : null,
            header ? Map.of("launch-window", id) : Map.of(),
            app);
    judge(exchange, app, expected, tab);
    count(expected.status() + (app.focus == null ? "" : " with a patient"));
    exchange.dispatchedBy(DispatcherType.ERROR);
    ModelApp later = new ModelApp(many);
    container.send(exchange, later);
    if (app.reached && !later.toString().equals(app.toString())) {
      throw new AssertionError("error page shows " + later + " instead of " + app);
    }
    return app;
  }

  private static void judge(FakeExchange exchange, ModelApp app, Sight expected, Tab tab) {
    if (app.reached && app.focus != null && tab != null) {
      if (!app.focus.equals(tab.focus()) || !app.user.equals(tab.user())) {
        throw new AssertionError(tab + " SEES " + app);
      }
    }
    if (app.changed != null) {
      throw new AssertionError("half-way through a request: " + app.changed);
    }
    if (app.reached != (expected.status() == 200)
        || exchange.status != expected.status()
        || !Objects.equals(app.user, expected.user())
        || !Objects.equals(app.focus, expected.focus())) {
      throw new AssertionError(
          "expected " + expected + ", got " + exchange.status + (app.reached ? " " + app : ""));
    }
  }

  /** While the application works on a request, something else happens in the same browser. */
  private void visitWhileTheWorldChanges(Tab tab) {
    FakeBrowser browser = tab.browser();
    int what = random.nextInt(4);
    ModelApp app =
        new ModelApp(
            many,
            () -> {
              switch (what) {
                case 0 -> link(browser, token(anyUser()));
                case 1 -> logOut(browser);
                case 2 -> close(tab);
                default -> clock.advance(Duration.ofMinutes(61));
              }
            });
    see(browser, tab.id(), chance(40), tab, app);
  }

  private void logOut(FakeBrowser browser) {
    log.accept(browser + " logs out");
    oracle.access(browser);
    oracle.end(browser);
    require(browser.post("/bye", ""), 200);
  }

  private void close(Tab tab) {
    log.accept(tab + " is closed");
    Sight expected = oracle.see(tab.browser(), tab.id(), true);
    require(tab.browser().post("/close?_lw=" + tab.id(), ""), expected.status());
    if (expected.status() == 200) {
      oracle.close(tab.browser(), tab.focus());
    }
  }

  private static void require(FakeExchange answer, int status) {
    if (answer.status != status) {
      throw new AssertionError(
          "expected " + status + ", got " + answer.status + " " + answer.location());
    }
  }
}
