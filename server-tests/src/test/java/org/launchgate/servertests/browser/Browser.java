package org.launchgate.servertests.browser;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.launchgate.servertests.process.Built;
import org.launchgate.servertests.process.WorkFolder;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A browser with a profile of its own, and the few things that a user does with it. */
final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int NO_SCRIPT = 2;

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Starts one as most users have it. */
  static Browser start(String name) throws IOException {
    return start(options(name));
  }

  /** Starts one that runs no page's scripts. */
  static Browser startWithoutScript(String name) throws IOException {
    ChromeOptions options = options(name);
    options.setExperimentalOption(
        "prefs", Map.of("profile.managed_default_content_settings.javascript", NO_SCRIPT));
    return start(options);
  }

  private static Browser start(ChromeOptions options) {
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(program().driver().toFile())
            .usingAnyFreePort()
            .withLogFile(Built.work().resolve("chromedriver.log").toFile())
            .build();
    return new Browser(new ChromeDriver(service, options));
  }

  private static ChromeOptions options(String name) throws IOException {
    return new ChromeOptions()
        .setBinary(program().browser().toFile())
        .addArguments(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--window-size=1280,800",
            "--user-data-dir=" + WorkFolder.fresh(name + "-profile"));
  }

  private static BrowserProgram program() {
    return BrowserProgram.installed()
        .orElseThrow(() -> new IllegalStateException(BrowserProgram.MISSING));
  }

  /** For what only some tests do. */
  ChromeDriver driver() {
    return driver;
  }

  /** Gives this tab a viewport of exactly that size, also one narrower than a window can be. */
  void resize(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  void open(URI address) {
    driver.get(address.toString());
  }

  /** Waits until that element is there to be seen. */
  WebElement see(String selector) {
    return driverWait()
        .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(selector)));
  }

  /**
   * Waits until an element with that text is there to be seen; the page on which it is may still be
   * on its way.
   */
  void seeText(String selector, String text) {
    driverWait()
        // What the driver says where the page went away under it, which it has no exception for.
        .ignoring(WebDriverException.class)
        .withMessage(() -> selector + " shows \"" + text + "\" on:\n" + text())
        .until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(selector), text));
  }

  /** All that the page says. */
  String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  void click(String selector) {
    see(selector).click();
  }

  /** What the address bar shows. */
  String address() {
    return driver.getCurrentUrl();
  }

  /** The tab in which the user is. */
  String tab() {
    return driver.getWindowHandle();
  }

  /** Goes to another tab, which the user then sees. */
  void goTo(String tab) {
    driver.switchTo().window(tab);
  }

  /** Opens an empty tab, and goes on in it. */
  void newTab() {
    driver.switchTo().newWindow(WindowType.TAB);
  }

  void reload() {
    driver.navigate().refresh();
  }

  void back() {
    driver.navigate().back();
  }

  void type(String selector, String text) {
    see(selector).sendKeys(text);
  }

  /** Runs a script in the page, and says what it returns. */
  @Nullable Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Runs a script in the page that ends by calling {@code done} with its result. */
  @Nullable Object await(String script, Object... arguments) {
    return driver.executeAsyncScript(
        "const done = arguments[arguments.length - 1];" + script, arguments);
  }

  /** Waits until a script in the page returns something true. */
  void awaitTrue(String what, String script) {
    driverWait()
        .withMessage(() -> what + " on:\n" + text())
        .until(d -> Boolean.TRUE.equals(driver.executeScript("return !!(" + script + ")")));
  }

  /** Does something that opens a tab, and goes on in that tab. */
  void inNewTab(Runnable opening) {
    Set<String> before = driver.getWindowHandles();
    opening.run();
    driverWait().until(d -> d.getWindowHandles().size() == before.size() + 1);
    Set<String> after = new HashSet<>(driver.getWindowHandles());
    after.removeAll(before);
    driver.switchTo().window(after.iterator().next());
  }

  /** Clicks on something that opens a tab, and goes on in that tab. */
  void clickIntoNewTab(String selector) {
    inNewTab(() -> click(selector));
  }

  /** Leaves one empty tab, and no cookie of this machine's servers. */
  void forget() {
    Set<String> old = driver.getWindowHandles();
    driver.switchTo().newWindow(WindowType.TAB);
    String fresh = driver.getWindowHandle();
    for (String tab : old) {
      driver.switchTo().window(tab).close();
    }
    driver.switchTo().window(fresh);
    driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
  }

  @Override
  public void close() {
    driver.quit();
  }

  private WebDriverWait driverWait() {
    return new WebDriverWait(driver, PATIENCE);
  }
}
