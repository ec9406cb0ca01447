package org.launchgate.security.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.glassfish.embeddable.GlassFish;

/** A GlassFish 7 that knows of this module only what is in the applications that it is given. */
public final class GlassFishProcess {
  /** What GlassFish's own start script opens. */
  private static final List<String> OPEN =
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
  private static final String END = GlassFishMain.ANSWER + "end";

  private static GlassFishProcess shared;

  private final Process process;
  private final Writer commands;
  private final BlockingQueue<String> output = new LinkedBlockingQueue<>();
  private final URI home;

  private GlassFishProcess(Process process, URI home) {
    this.process = process;
    this.home = home;
    commands = process.outputWriter(StandardCharsets.UTF_8);
    Thread reader = new Thread(this::read, "glassfish-output");
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

  /** One for all tests of this JVM. */
  public static synchronized GlassFishProcess shared() throws IOException {
    if (shared == null) {
      shared = start();
    }
    return shared;
  }

  private static GlassFishProcess start() throws IOException {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    OPEN.forEach(open -> command.addAll(List.of("--add-opens", open + "=ALL-UNNAMED")));
    command.addAll(
        List.of("-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath()));
    command.addAll(List.of(GlassFishMain.class.getName(), Integer.toString(port)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    GlassFishProcess started =
        new GlassFishProcess(process, URI.create("http://127.0.0.1:" + port + "/"));
    Runtime.getRuntime().addShutdownHook(new Thread(started::end));
    started.expect("ready");
    return started;
  }

  /** The launcher alone, and the server. */
  private static String classPath() throws IOException {
    Path launcher =
        WarFile.jarOf(GlassFishMain.class, name -> name.contains("/server/GlassFishMain"));
    return launcher + System.getProperty("path.separator") + WarFile.origin(GlassFish.class);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Deploys an application, and says where it is. */
  public URI deploy(String name, Path war) throws IOException {
    send("deploy " + name + " " + war);
    expect("deployed");
    return home.resolve(name + "/");
  }

  /** Tries to deploy an application that must not start, and returns what the server says of it. */
  public String refuse(String name, Path war) throws IOException {
    send("deploy " + name + " " + war);
    return expect("failed");
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

  private String expect(String answer) throws IOException {
    StringBuilder said = new StringBuilder();
    String line = next();
    while (!line.startsWith(GlassFishMain.ANSWER)) {
      said.append(line).append('\n');
      line = next();
    }
    if (!line.equals(GlassFishMain.ANSWER + answer)) {
      throw new AssertionError(
          "GlassFish was to say \"" + answer + "\", and said \"" + line + "\" after:\n" + said);
    }
    return said.toString();
  }

  private String next() throws IOException {
    try {
      String line = output.poll(2, TimeUnit.MINUTES);
      return line == null ? GlassFishMain.ANSWER + "nothing for two minutes" : line;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  /** By itself, so that it takes its files away. */
  private void end() {
    try {
      commands.close();
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (IOException e) {
      // it has ended already
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }
}
