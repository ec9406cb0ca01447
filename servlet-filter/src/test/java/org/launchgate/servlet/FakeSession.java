package org.launchgate.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** A session of {@link FakeContainer}, which fails on every call once it has ended. */
final class FakeSession implements HttpSession {
  private final Map<String, Object> attributes = new ConcurrentHashMap<>();
  private final boolean restless;
  volatile String id;
  volatile Instant accessed;
  private volatile boolean ended;

  FakeSession(String id, Instant now, boolean restless) {
    this.id = id;
    this.restless = restless;
    this.accessed = now;
  }

  boolean isEnded() {
    return ended;
  }

  /** Where requests come at once, another one takes its turn as often as not. */
  @SuppressWarnings("ThreadPriorityCheck") // only makes interleavings likelier, asserts nothing
  private void requireAlive() {
    if (restless && ThreadLocalRandom.current().nextBoolean()) {
      Thread.yield();
    }
    if (ended) {
      throw new IllegalStateException("the session has ended");
    }
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public Object getAttribute(String name) {
    requireAlive();
    return attributes.get(name);
  }

  @Override
  public Enumeration<String> getAttributeNames() {
    requireAlive();
    return Collections.enumeration(attributes.keySet());
  }

  @Override
  public void setAttribute(String name, Object value) {
    requireAlive();
    attributes.put(name, value);
  }

  @Override
  public void removeAttribute(String name) {
    requireAlive();
    attributes.remove(name);
  }

  @Override
  public void invalidate() {
    requireAlive();
    ended = true;
    attributes.clear();
  }

  @Override
  public long getCreationTime() {
    throw new UnsupportedOperationException();
  }

  @Override
  public long getLastAccessedTime() {
    throw new UnsupportedOperationException();
  }

  @Override
  public ServletContext getServletContext() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setMaxInactiveInterval(int interval) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int getMaxInactiveInterval() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isNew() {
    throw new UnsupportedOperationException();
  }
}
