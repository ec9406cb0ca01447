package org.launchgate.account;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A data source that notices what is not given back as it should: connections that stay open, and
 * transactions that are open when their connection is closed. It can be told to break down.
 */
public final class WatchedSource {
  private final DataSource source;
  private final boolean commits;
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger unfinished = new AtomicInteger();
  private final AtomicInteger endless = new AtomicInteger();
  private volatile boolean broken;

  /**
   * A source over another one.
   *
   * @param commits whether its connections commit by themselves
   */
  public WatchedSource(DataSource source, boolean commits) {
    this.source = source;
    this.commits = commits;
  }

  /** What a proxy does with a call. */
  @FunctionalInterface
  private interface Call {
    Object answer(Method method, Object[] arguments) throws Throwable;
  }

  /** The data source to hand on. */
  public DataSource dataSource() {
    return proxy(
        DataSource.class,
        (method, arguments) ->
            method.getName().equals("getConnection")
                ? connection()
                : pass(source, method, arguments));
  }

  /** From now on there are no connections; the complaint names the people of the contract. */
  public void breakDown() {
    broken = true;
  }

  /** How many connections were taken and not given back. */
  public int open() {
    return open.get();
  }

  /** How many connections were taken. */
  public int taken() {
    return taken.get();
  }

  /** How many connections were given back with a transaction open on them. */
  public int unfinished() {
    return unfinished.get();
  }

  /** How many statements were executed without a limit of time. */
  public int endless() {
    return endless.get();
  }

  private Connection connection() throws SQLException {
    if (broken) {
      throw new SQLException("no connection for Dr-1 or smith", "08001");
    }
    Connection connection = source.getConnection();
    connection.setAutoCommit(commits);
    open.incrementAndGet();
    taken.incrementAndGet();
    AtomicBoolean begun = new AtomicBoolean();
    return proxy(
        Connection.class,
        (method, arguments) -> {
          String name = method.getName();
          if (name.equals("close")) {
            closing(begun.get());
          } else if (name.equals("commit") || name.equals("rollback")) {
            begun.set(false);
          }
          Object answer = pass(connection, method, arguments);
          return answer instanceof Statement statement ? watched(statement, begun) : answer;
        });
  }

  private void closing(boolean begun) {
    open.decrementAndGet();
    if (begun && !commits) {
      unfinished.incrementAndGet();
    }
  }

  private Statement watched(Statement statement, AtomicBoolean begun) {
    Class<? extends Statement> type =
        statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
    return proxy(
        type,
        (method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            begun.set(true);
            if (statement.getQueryTimeout() == 0) {
              endless.incrementAndGet();
            }
          }
          return pass(statement, method, arguments);
        });
  }

  private static Object pass(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            WatchedSource.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> call.answer(method, arguments)));
  }
}
