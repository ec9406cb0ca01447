package org.launchgate;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that Launchgate and jose4j log while it is open, down to the finest level. */
public final class LogCapture extends Handler implements AutoCloseable {
  private final List<Logger> loggers;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  /** Starts to listen. */
  public LogCapture() {
    this("org.launchgate", "org.jose4j");
  }

  /** Starts to listen to these loggers alone. */
  public LogCapture(String... names) {
    loggers = Arrays.stream(names).map(Logger::getLogger).toList();
    setLevel(Level.ALL);
    loggers.forEach(
        logger -> {
          logger.setLevel(Level.ALL);
          logger.setUseParentHandlers(false);
          logger.addHandler(this);
        });
  }

  @Override
  public void publish(LogRecord record) {
    StringWriter line = new StringWriter();
    line.append(record.getLevel() + " " + new SimpleFormatter().formatMessage(record));
    if (record.getThrown() != null) {
      line.append('\n');
      record.getThrown().printStackTrace(new PrintWriter(line, true));
    }
    lines.add(line.toString());
  }

  /** The lines that start with a level and these words. */
  public List<String> lines(String start) {
    return lines.stream().filter(line -> line.startsWith(start)).toList();
  }

  /** Everything, a line each. */
  public String all() {
    return String.join("\n", lines);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    loggers.forEach(
        logger -> {
          logger.removeHandler(this);
          logger.setUseParentHandlers(true);
          logger.setLevel(null);
        });
  }
}
