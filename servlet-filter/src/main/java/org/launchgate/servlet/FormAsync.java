package org.launchgate.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;

/** The asynchronous side of a request whose form was read: its request has the form, too. */
final class FormAsync implements AsyncContext {
  private final AsyncContext container;

  FormAsync(AsyncContext container) {
    this.container = container;
  }

  /** The container's own request has lost its form to us. */
  @Override
  public ServletRequest getRequest() {
    ServletRequest request = container.getRequest();
    return request instanceof HttpServletRequest http ? FormRequest.around(http) : request;
  }

  @Override
  public ServletResponse getResponse() {
    return container.getResponse();
  }

  @Override
  public boolean hasOriginalRequestAndResponse() {
    return container.hasOriginalRequestAndResponse();
  }

  @Override
  public void dispatch() {
    container.dispatch();
  }

  @Override
  public void dispatch(String path) {
    container.dispatch(path);
  }

  @Override
  public void dispatch(ServletContext context, String path) {
    container.dispatch(context, path);
  }

  @Override
  public void complete() {
    container.complete();
  }

  @Override
  public void start(Runnable task) {
    container.start(task);
  }

  @Override
  public void addListener(AsyncListener listener) {
    container.addListener(listener);
  }

  @Override
  public void addListener(
      AsyncListener listener, ServletRequest request, ServletResponse response) {
    container.addListener(listener, request, response);
  }

  @Override
  public <T extends AsyncListener> T createListener(Class<T> type) throws ServletException {
    return container.createListener(type);
  }

  @Override
  public void setTimeout(long timeout) {
    container.setTimeout(timeout);
  }

  @Override
  public long getTimeout() {
    return container.getTimeout();
  }
}
