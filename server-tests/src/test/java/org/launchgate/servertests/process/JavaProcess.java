package org.launchgate.servertests.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own, whose output goes into a file; closing it ends it. */
final class JavaProcess implements AutoCloseable {
  /** None of them runs for long. */
  private static final List<String> QUICK_START =
      List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(15);

  private final Process process;
  private final Path output;

  private JavaProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts {@code java} with these arguments, by the JVM that runs the tests. */
  static JavaProcess start(Path directory, Path output, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(QUICK_START);
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    // Where the tests are cut off, their servers go with them.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new JavaProcess(process, output);
  }

  Path output() {
    return output;
  }

  /** Waits until an address is answered with that status, or fails with what the process said. */
  void awaitAnswer(URI address, int status) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(address).timeout(START).build();
    awaitWhileAlive(
        address + " answers " + status,
        () -> {
          try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == status;
          } catch (IOException e) {
            return false;
          }
        });
  }

  /** Waits until something holds, or fails with what the process said. */
  void awaitWhileAlive(String what, Deadline.Condition condition) throws Exception {
    try {
      Deadline.await(what, START, () -> !process.isAlive() || condition.holds());
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + "; its output:\n" + Files.readString(output), e);
    }
    if (!process.isAlive()) {
      throw new AssertionError("the process ended; its output:\n" + Files.readString(output));
    }
  }

  /** Waits until the process has ended, and answers with what. */
  int awaitExitCode(Duration limit) throws Exception {
    if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("the process did not end:\n" + Files.readString(output));
    }
    return process.exitValue();
  }

  /** Waits until the process has ended well. */
  void awaitEnd() throws Exception {
    if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new AssertionError("the process did not end well:\n" + Files.readString(output));
    }
  }

  /** Asks the process to end; ends it where it does not. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
