package org.launchgate.servertests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.launchgate.servertests.process.Built;
import org.openqa.selenium.OutputType;

/**
 * Pictures of what a browser shows, wide and narrow, in {@code target/screenshots}. The
 * documentation shows some of them; run with {@code -Dlaunchgate.updateScreenshots=true} to take
 * those anew.
 */
final class Pictures {
  private static final String UPDATE = "launchgate.updateScreenshots";
  private static final List<String> IN_DOCUMENTATION =
      List.of("portal.png", "simulator.png", "desk.png", "jakarta-ee.png");

  private Pictures() {}

  static void take(Browser browser, String name) throws IOException {
    shoot(browser, name + ".png", 1280);
    shoot(browser, name + "-narrow.png", 400);
    browser.resize(1280, 800);
  }

  private static void shoot(Browser browser, String file, int width) throws IOException {
    browser.resize(width, 800);
    Path picture = Files.createDirectories(Built.work().resolve("screenshots")).resolve(file);
    Files.write(picture, browser.driver().getScreenshotAs(OutputType.BYTES));
    assertThat(picture).isNotEmptyFile();
    if (Boolean.getBoolean(UPDATE) && IN_DOCUMENTATION.contains(file)) {
      Path image = Files.createDirectories(Built.images()).resolve(file);
      Files.copy(picture, image, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
