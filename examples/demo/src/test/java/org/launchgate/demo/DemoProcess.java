package org.launchgate.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demo as users run it: the jar, in a process of its own, on free ports. */
final class DemoProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern ADDRESS = Pattern.compile("http://localhost:[0-9]+/");

  private final Process process;
  private final List<String> console = new ArrayList<>();

  private DemoProcess(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "demo-console");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts the demo on free ports and waits until it says that it is ready. */
  static DemoProcess ready(String... properties) throws Exception {
    DemoProcess demo = started(properties);
    demo.awaitLine(line -> line.contains("Stop with Ctrl-C"));
    return demo;
  }

  /** Starts the demo; properties of the caller come after those that pick free ports. */
  static DemoProcess started(String... properties) throws IOException {
    return of(command(properties));
  }

  static List<String> command(String... properties) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Ddemo.portal.port=0", "-Ddemo.partner.port=0"));
    command.addAll(Arrays.asList(properties));
    command.addAll(List.of("-jar", Objects.requireNonNull(System.getProperty("demo.jar"))));
    return command;
  }

  static DemoProcess of(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(new File(System.getProperty("java.io.tmpdir")));
    return new DemoProcess(builder.start());
  }

  /** The start page of the simulator, which the demo names first. */
  URI simulator() throws InterruptedException {
    return addresses().get(0);
  }

  URI portal() throws InterruptedException {
    return addresses().get(1);
  }

  synchronized List<String> console() {
    return List.copyOf(console);
  }

  /** Waits for a line of the console. */
  synchronized String awaitLine(Predicate<String> wanted) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      for (String line : console) {
        if (wanted.test(line)) {
          return line;
        }
      }
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0 || !process.isAlive()) {
        throw new AssertionError("not said: " + String.join("\n", console));
      }
      wait(Math.min(left, 500));
    }
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("still running: " + console());
    }
    return process.exitValue();
  }

  /** Ends the process as Ctrl-C does, so that it can tidy up. */
  void stop() throws InterruptedException {
    process.destroy();
    exitCode();
  }

  /** Ends the process, at last by force. */
  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(20, TimeUnit.SECONDS).exceptionally(this::killed).join();
  }

  private Process killed(Throwable timeout) {
    return process.destroyForcibly();
  }

  private List<URI> addresses() {
    return console().stream()
        .map(ADDRESS::matcher)
        .filter(Matcher::find)
        .map(Matcher::group)
        .map(URI::create)
        .toList();
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        add(line);
      }
    } catch (IOException e) {
      add("console closed: " + e.getMessage());
    }
  }

  private synchronized void add(String line) {
    console.add(line);
    notifyAll();
  }
}
