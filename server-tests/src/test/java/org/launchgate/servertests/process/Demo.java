package org.launchgate.servertests.process;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A demo, from its runnable jar: portal and partner simulator in one process. */
public final class Demo extends RunningPortal {
  private static final Pattern ADDRESS = Pattern.compile("(?m)^ +(http://localhost:\\d+/) ");

  private final URI simulator;

  private Demo(JavaProcess process, URI portal, URI simulator) {
    super(process, portal);
    this.simulator = simulator;
  }

  /** Starts it as somebody does who tries it out. */
  public static Demo start(String name) throws Exception {
    return start(name, List.of());
  }

  /** Starts it with other partners than its own. */
  public static Demo start(String name, Path partners) throws Exception {
    return start(name, List.of("-Ddemo.partners=" + partners));
  }

  /** Starts the one of the Jakarta EE example, which has a whole server in it. */
  public static Demo startJakartaEe(String name) throws Exception {
    return start(name, List.of("-Xmx512m"), Built.jakartaEeJar());
  }

  private static Demo start(String name, List<String> settings) throws Exception {
    return start(name, settings, Built.demoJar());
  }

  private static Demo start(String name, List<String> settings, Path jar) throws Exception {
    Path folder = WorkFolder.fresh(name);
    List<String> arguments = new ArrayList<>(settings);
    arguments.add("-Ddemo.portal.port=0");
    arguments.add("-Ddemo.partner.port=0");
    arguments.addAll(List.of("-jar", jar.toString()));
    JavaProcess process = JavaProcess.start(folder, folder.resolve("output.log"), arguments);
    process.awaitWhileAlive("the demo invites", () -> addresses(process.output()).size() == 2);
    List<URI> addresses = addresses(process.output());
    return new Demo(process, addresses.get(1), addresses.get(0));
  }

  /** What the demo tells to open: first the simulator, then the portal. */
  private static List<URI> addresses(Path output) throws IOException {
    return ADDRESS
        .matcher(Files.readString(output))
        .results()
        .map((MatchResult found) -> URI.create(found.group(1)))
        .toList();
  }

  /** The simulator's start page. */
  public URI simulator() {
    return simulator;
  }

  @Override
  List<Path> logFiles() {
    return List.of();
  }
}
