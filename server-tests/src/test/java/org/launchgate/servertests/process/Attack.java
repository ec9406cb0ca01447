package org.launchgate.servertests.process;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A run of the tool that forges launches, as somebody runs it at their own deployment. */
public record Attack(int exitCode, String report) {
  /** It signs thousands of tokens, which is slow as long as nothing is compiled well. */
  private static final String FULL_SPEED = "-XX:TieredStopAtLevel=4";

  private static final Pattern KINDS = Pattern.compile("(?m)^(\\d+) kinds in (\\d+) variants");

  /** Runs it against a portal and waits for its end. */
  public static Attack on(URI portal, String name, Duration limit, List<String> options)
      throws Exception {
    Path folder = WorkFolder.fresh(name);
    List<String> arguments = new ArrayList<>();
    arguments.add(FULL_SPEED);
    arguments.addAll(List.of("-jar", Built.attackJar().toString()));
    arguments.addAll(List.of("--url", portal.resolve("/launch").toString()));
    arguments.addAll(options);
    Path report = folder.resolve("report.txt");
    try (JavaProcess process = JavaProcess.start(folder, report, arguments)) {
      int exitCode = process.awaitExitCode(limit);
      return new Attack(exitCode, Files.readString(report));
    }
  }

  /** How many kinds of bad launches were tried. */
  public int kinds() {
    return figure(1);
  }

  /** In how many variants. */
  public int variants() {
    return figure(2);
  }

  private int figure(int group) {
    Matcher figures = KINDS.matcher(report);
    if (!figures.find()) {
      throw new AssertionError("the tool told no figures:\n" + report);
    }
    return Integer.parseInt(figures.group(group));
  }
}
