package org.launchgate.servertests.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chromium and its driver, as they are installed on this machine; nothing is ever downloaded.
 *
 * @param browser Chromium or Chrome
 * @param driver the chromedriver that belongs to it
 */
record BrowserProgram(Path browser, Path driver) {
  /** What to do where they are not to be found. */
  static final String MISSING =
      "no Chromium with chromedriver on this machine; install them, on Debian by"
          + " \"apt-get install chromium chromium-driver\"";

  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final List<String> FOLDERS_BESIDE_PATH =
      List.of("/usr/lib/chromium", "/usr/lib/chromium-browser");

  /** Both, or nothing where one of them is missing. */
  static Optional<BrowserProgram> installed() {
    return executable(BROWSERS)
        .flatMap(
            browser ->
                executable(List.of("chromedriver"))
                    .map(driver -> new BrowserProgram(browser, driver)));
  }

  private static Optional<Path> executable(List<String> names) {
    List<String> folders =
        new ArrayList<>(
            List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)));
    folders.addAll(FOLDERS_BESIDE_PATH);
    return folders.stream()
        .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }
}
