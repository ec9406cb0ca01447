package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.launchgate.servlet.WindowModel.Tab;
import org.launchgate.servlet.WindowOracle.Launch;

/**
 * Requests of one browser at once. In which order they come nobody knows, so that little is
 * foretold: none sees what its window did not launch, nobody sees a user beside another one's
 * patient, and side by side no launch loses another one's window.
 */
final class WindowRush {
  private static final int AT_ONCE = 8;
  private static final String USER = "ann";

  private final boolean many;
  private final FakeBrowser browser;
  private final WindowTokens tokens;
  private final Random random;
  private final Queue<Launch> launched = new ConcurrentLinkedQueue<>();
  private final Queue<Tab> tabs = new ConcurrentLinkedQueue<>();
  private boolean ending;

  WindowRush(String mode, FakeContainer container, WindowTokens tokens, Random random) {
    this.many = mode.equals("many");
    this.browser = new FakeBrowser("rushing browser", container);
    this.tokens = tokens;
    this.random = random;
  }

  void run(ExecutorService threads) throws Exception {
    boolean anonymous = random.nextInt(3) == 0;
    if (anonymous) {
      ending = true;
      browser.get(
          "/home", Map.of(), (request, r) -> ((HttpServletRequest) request).getSession(true));
    } else {
      launch(tokens.next(random, USER)).call();
      launch(tokens.next(random, USER)).call();
    }
    List<Callable<Void>> tasks = new ArrayList<>();
    List<Tab> before = List.copyOf(tabs);
    for (int i = 0; i < AT_ONCE; i++) {
      tasks.add(
          anonymous
              ? launch(tokens.next(random, WindowTokens.USERS.get(i % 2)))
              : task(random.nextInt(20), before));
    }
    for (Future<Void> done : threads.invokeAll(tasks)) {
      done.get();
    }
    for (Tab tab : tabs) {
      ModelApp app = look(tab);
      if (many && !ending && !app.reached) {
        throw new AssertionError(tab + " was lost");
      }
    }
  }

  private Callable<Void> task(int dice, List<Tab> before) {
    if (dice < 7) {
      return launch(tokens.next(random, USER));
    }
    if (dice < 15) {
      Tab tab = before.get(random.nextInt(before.size()));
      return () -> {
        look(tab);
        return null;
      };
    }
    if (dice < 18) {
      return () -> {
        ModelApp app = new ModelApp(many);
        browser.get("/home", Map.of(), app);
        judge(app);
        return null;
      };
    }
    ending = true;
    if (dice < 19) {
      return launch(tokens.next(random, "bob"));
    }
    return () -> {
      browser.post("/bye", "");
      return null;
    };
  }

  private Callable<Void> launch(Launch launch) {
    launched.add(launch);
    return () -> {
      FakeExchange answer = browser.get("/launch?token=" + launch.token());
      if (answer.status == 303) {
        opened(launch, answer);
      } else if (answer.status != 200) {
        throw new AssertionError(launch + " was answered " + answer.status);
      }
      return null;
    };
  }

  /** With one window a page is known to be the launch's only where it shows its patient. */
  private void opened(Launch launch, FakeExchange answer) {
    ModelApp app = new ModelApp(many);
    browser.get(answer.location().substring("/app".length()), Map.of(), app);
    judge(app);
    if (many) {
      String id = answer.location().replaceAll(".*_lw=", "");
      tabs.add(new Tab(browser, launch.user(), launch.focus(), id));
    } else if (app.focus != null && app.focus.equals(launch.focus())) {
      tabs.add(new Tab(browser, app.user, app.focus, app.window));
    }
  }

  private ModelApp look(Tab tab) {
    ModelApp app = new ModelApp(many);
    browser.get("/home?_lw=" + tab.id(), Map.of(), app);
    judge(app);
    if (app.reached && !(tab.focus().equals(app.focus) && tab.user().equals(app.user))) {
      throw new AssertionError(tab + " SEES " + app);
    }
    return app;
  }

  private void judge(ModelApp app) {
    if (app.focus != null
        && launched.stream()
            .noneMatch(
                launch -> launch.focus().equals(app.focus) && launch.user().equals(app.user))) {
      throw new AssertionError(app + " was never launched");
    }
  }
}
