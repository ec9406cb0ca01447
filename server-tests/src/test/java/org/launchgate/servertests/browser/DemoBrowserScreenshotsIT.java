package org.launchgate.servertests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.launchgate.servertests.process.Built;
import org.openqa.selenium.OutputType;

/**
 * Pictures of the demo, wide and narrow, in {@code target/screenshots}. The documentation shows
 * some of them; run with {@code -Dlaunchgate.updateScreenshots=true} to take those anew.
 */
class DemoBrowserScreenshotsIT extends BrowserFixture {
  private static final String UPDATE = "launchgate.updateScreenshots";
  private static final List<String> IN_DOCUMENTATION =
      List.of("portal.png", "simulator.png", "desk.png");

  @Test
  void simulatorIsPictured() throws IOException {
    openSimulator("/");
    take("simulator-start");
    openSimulator("/xis");
    take("simulator");
    openSimulator("/clinic");
    take("simulator-clinic");
  }

  @Test
  void portalIsPicturedAfterALaunchOfEachPartner() throws IOException {
    launchFromXis("0b7d2c1e-52f0-4c1f-9a3e-6d1f0c7e4b12");
    take("portal-xis");
    browser().forget();
    launchFromClinic("7a10c4e2");
    take("portal");
  }

  @Test
  void refusalIsPictured() throws IOException {
    openSimulator("/xis");
    browser().clickIntoNewTab("#send-tampered");
    browser().see("#reference");
    take("denied");
  }

  @Test
  void portalIsPicturedWithNobodyLoggedIn() throws IOException {
    browser().open(demo().home());
    take("portal-nobody");
  }

  @Test
  void deskIsPicturedWithTwoPatients() throws IOException {
    openAtTheDesk("456-789");
    openAtTheDesk("0b7d2c1e-52f0-4c1f-9a3e-6d1f0c7e4b12");
    browser().type("#note-text", "Shoulder moves freely again.");
    browser().click("#save-note");
    browser().see("#notes");
    take("desk");
    browser().open(demo().home().resolve("/desk/"));
    browser().seeText("h1", "Which patient?");
    take("choice");
  }

  @Test
  void pagesThatSayNoToAWindowArePictured() throws IOException {
    launchFromXis("456-789");
    String first = browser().tab();
    browser().newTab();
    launchFromXis("0b7d2c1e-52f0-4c1f-9a3e-6d1f0c7e4b12");
    browser().goTo(first);
    browser().see("#window-state");
    take("changed");
    browser().click("#home-link");
    browser().seeText("h1", "The patient in this window is no longer in focus");
    take("stale");
    openSimulator("/clinic");
    browser().clickIntoNewTab("form[action='/clinic/launch/e2c61d58'] button");
    browser().seeText("h1", "Somebody else is logged in here");
    take("other-user");
  }

  private void take(String name) throws IOException {
    shoot(name + ".png", 1280);
    shoot(name + "-narrow.png", 400);
    browser().resize(1280, 800);
  }

  private void shoot(String file, int width) throws IOException {
    browser().resize(width, 800);
    Path picture = Files.createDirectories(Built.work().resolve("screenshots")).resolve(file);
    Files.write(picture, browser().driver().getScreenshotAs(OutputType.BYTES));
    assertThat(picture).isNotEmptyFile();
    if (Boolean.getBoolean(UPDATE) && IN_DOCUMENTATION.contains(file)) {
      Path image = Files.createDirectories(Built.images()).resolve(file);
      Files.copy(picture, image, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
