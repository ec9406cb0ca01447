package org.launchgate.servertests.process;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A portal that answers, wherever it runs. */
public abstract class RunningPortal implements AutoCloseable {
  private final JavaProcess process;
  private final URI home;

  RunningPortal(JavaProcess process, URI home) {
    this.process = process;
    this.home = home;
  }

  /** The portal's start page. */
  public final URI home() {
    return home;
  }

  /** Everything that the server has logged so far, but for its own record of requests. */
  public final String log() throws IOException {
    StringBuilder log = new StringBuilder(Files.readString(process.output()));
    for (Path file : logFiles()) {
      log.append('\n').append(Files.readString(file));
    }
    return log.toString();
  }

  /** What the server logs into files. */
  abstract List<Path> logFiles() throws IOException;

  @Override
  public final void close() {
    process.close();
  }
}
