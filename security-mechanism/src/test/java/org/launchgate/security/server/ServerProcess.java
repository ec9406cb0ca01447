package org.launchgate.security.server;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.glassfish.embeddable.GlassFish;

/**
 * A server in a JVM of its own, which knows of this module only what is in the applications that it
 * is given.
 */
public final class ServerProcess {
  /** What GlassFish's own start script opens. */
  private static final List<String> GLASSFISH_OPENS =
      List.of(
          "java.base/java.io",
          "java.base/java.lang",
          "java.base/java.util",
          "java.base/sun.net.www.protocol.jar",
          "java.base/sun.net.www.protocol.jrt",
          "java.base/jdk.internal.loader",
          "java.naming/javax.naming.spi",
          "java.rmi/sun.rmi.transport",
          "java.logging/java.util.logging");

  /** Ends what it said. */
  private static final String END = ServerCommands.ANSWER + "end";

  private static ServerProcess glassFish;

  private final Process process;
  private final Path folder;
  private final Writer commands;
  private final BlockingQueue<String> output = new LinkedBlockingQueue<>();
  private final URI home;

  private ServerProcess(Process process, Path folder, URI home) {
    this.process = process;
    this.folder = folder;
    this.home = home;
    commands = process.outputWriter(StandardCharsets.UTF_8);
    Thread reader = new Thread(this::read, "server-output");
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(output::add);
    } catch (IOException | UncheckedIOException e) {
      output.add(e.toString());
    }
    output.add(END);
  }

  /** A GlassFish 7, one for all tests of this JVM. */
  public static synchronized ServerProcess glassFish() throws IOException {
    if (glassFish == null) {
      glassFish =
          start(
              GlassFishMain.class,
              List.of(WarFile.origin(GlassFish.class)),
              GLASSFISH_OPENS.stream()
                  .flatMap(open -> Stream.of("--add-opens", open + "=ALL-UNNAMED"))
                  .toList());
    }
    return glassFish;
  }

  /** A Tomcat 10.1. */
  public static ServerProcess tomcat() throws IOException {
    return start(TomcatMain.class, WarFile.jars("tomcat-"), List.of());
  }

  /** A Tomcat 11. */
  public static ServerProcess tomcat11() throws IOException {
    try (Stream<Path> jars = Files.list(Path.of(System.getProperty("tomcat11")))) {
      return start(TomcatMain.class, jars.toList(), List.of());
    }
  }

  /** Starts one, bound to loopback, of the jars that hold these classes. */
  private static ServerProcess start(Class<?> main, List<Path> jars, List<String> options)
      throws IOException {
    int port = freePort();
    Path folder = Files.createTempDirectory("launchgate-server-");
    List<String> classPath = new ArrayList<>();
    classPath.add(
        Files.write(
                folder.resolve("launcher.jar"),
                WarFile.jarOf(main, name -> name.contains("/security/server/")))
            .toString());
    jars.forEach(jar -> classPath.add(jar.toString()));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath)));
    command.addAll(List.of(main.getName(), Integer.toString(port), folder.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    ServerProcess started =
        new ServerProcess(process, folder, URI.create("http://127.0.0.1:" + port + "/"));
    Runtime.getRuntime().addShutdownHook(new Thread(started::end));
    started.expect("ready");
    return started;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Where an application of that name is. */
  public URI home(String name) {
    return home.resolve(name + "/");
  }

  /** Deploys an application, and says where it is. */
  public URI deploy(String name, Path war) throws IOException {
    send("deploy " + name + " " + war);
    expect("deployed");
    return home(name);
  }

  /**
   * Tries to deploy an application that must not start, and returns what the server says of it,
   * whatever it calls the outcome: it keeps some that it does not serve.
   */
  public String refuse(String name, Path war) throws IOException {
    send("deploy " + name + " " + war);
    return expect("failed", "deployed");
  }

  /** Takes an application away, and returns what the server said meanwhile. */
  public String undeploy(String name) throws IOException {
    send("undeploy " + name);
    return expect("undeployed");
  }

  private void send(String command) throws IOException {
    commands.write(command + "\n");
    commands.flush();
  }

  private String expect(String... answers) throws IOException {
    StringBuilder said = new StringBuilder();
    String line = next();
    while (!line.startsWith(ServerCommands.ANSWER)) {
      said.append(line).append('\n');
      line = next();
    }
    if (!List.of(answers).contains(line.substring(ServerCommands.ANSWER.length()))) {
      throw new AssertionError(
          "the server was to say one of "
              + List.of(answers)
              + ", and said \""
              + line
              + "\" after:\n"
              + said);
    }
    return said.toString();
  }

  private String next() throws IOException {
    try {
      String line = output.poll(2, TimeUnit.MINUTES);
      return line == null ? ServerCommands.ANSWER + "nothing for two minutes" : line;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  /** Ends it by itself, so that it takes its files away, and then takes its folder away. */
  public synchronized void end() {
    try {
      commands.close();
      process.waitFor(10, TimeUnit.SECONDS);
      process.destroyForcibly().waitFor();
      delete();
    } catch (IOException e) {
      process.destroyForcibly(); // which has ended already, or leaves files behind
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  private void delete() throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
