package org.launchgate;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that Launchgate and jose4j log while it is open, down to the finest level. */
public final class LogCapture extends Handler implements AutoCloseable {
  /** The logger of the records of launches, which Launchgate's own name does not cover. */
  public static final String AUDIT = "launchgate.audit";

  private final List<Logger> loggers;
  private final Map<Logger, @Nullable Level> levels = new LinkedHashMap<>();
  private final List<Line> lines = new CopyOnWriteArrayList<>();

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
          levels.put(logger, logger.getLevel());
          logger.setLevel(Level.ALL);
          logger.setUseParentHandlers(false);
          logger.addHandler(this);
        });
  }

  /** Starts to listen to every logger of this JVM: ours, jose4j's, the records' and all others. */
  public static LogCapture ofEverything() {
    return new LogCapture("");
  }

  /**
   * One line.
   *
   * @param logger the logger's name
   * @param level its level, by the JDK's name
   * @param text message and stack trace
   */
  public record Line(String logger, Level level, String text) {}

  @Override
  public void publish(LogRecord record) {
    StringWriter line = new StringWriter();
    line.append(record.getLevel() + " " + new SimpleFormatter().formatMessage(record));
    if (record.getThrown() != null) {
      line.append('\n');
      record.getThrown().printStackTrace(new PrintWriter(line, true));
    }
    lines.add(new Line(String.valueOf(record.getLoggerName()), record.getLevel(), line.toString()));
  }

  /** The lines that start with a level and these words. */
  public List<String> lines(String start) {
    return lines.stream().map(Line::text).filter(line -> line.startsWith(start)).toList();
  }

  /** Everything, line by line. */
  public List<Line> lines() {
    return List.copyOf(lines);
  }

  /** Everything, a line each. */
  public String all() {
    return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    loggers.forEach(
        logger -> {
          logger.removeHandler(this);
          logger.setUseParentHandlers(true);
          logger.setLevel(levels.get(logger));
        });
  }
}
