package org.launchgate.example.database;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What Launchgate logs while this is open. */
final class LaunchLogLines extends Handler implements AutoCloseable {
  private final Logger logger = Logger.getLogger("org.launchgate");
  private final List<String> lines = new CopyOnWriteArrayList<>();

  LaunchLogLines() {
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
  }

  /** The last line, after its level. */
  String last() {
    return lines.get(lines.size() - 1);
  }

  @Override
  public void publish(LogRecord line) {
    lines.add(line.getLevel() + " " + new SimpleFormatter().formatMessage(line));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
  }
}
