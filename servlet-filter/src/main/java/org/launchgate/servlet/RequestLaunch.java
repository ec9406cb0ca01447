package org.launchgate.servlet;

import jakarta.servlet.ServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.launchgate.LaunchContext;

/**
 * The launch that one request shows, or that it shows none: fixed when the filter first sees the
 * request, so that a launch in another tab does not change the patient half-way through.
 *
 * <p>It travels as a request attribute, which outlives the wrappers: an async or error dispatch
 * starts from the container's own request. Thread-safe.
 */
final class RequestLaunch {
  static final String ATTRIBUTE = "org.launchgate.servlet.RequestLaunch";
  static final String VIEW_ATTRIBUTE = "launchContext";

  private volatile @Nullable LaunchContext context;

  private RequestLaunch(@Nullable LaunchContext context) {
    this.context = context;
  }

  /** What is fixed for this request; empty when nothing is yet. */
  static Optional<RequestLaunch> of(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof RequestLaunch launch
        ? Optional.of(launch)
        : Optional.empty();
  }

  /** Fixes that this request shows that launch. */
  static RequestLaunch fix(ServletRequest request, LaunchContext context) {
    request.setAttribute(VIEW_ATTRIBUTE, new LaunchView(context));
    return set(request, new RequestLaunch(context));
  }

  /** Fixes that this request shows no launch. */
  static RequestLaunch fixNone(ServletRequest request) {
    request.removeAttribute(VIEW_ATTRIBUTE);
    return set(request, new RequestLaunch(null));
  }

  private static RequestLaunch set(ServletRequest request, RequestLaunch launch) {
    request.setAttribute(ATTRIBUTE, launch);
    return launch;
  }

  /** The launch; empty when the request shows none, or none any more. */
  Optional<LaunchContext> context() {
    return Optional.ofNullable(context);
  }

  /** Shows it no more, in no later dispatch of this request either. */
  void forget(ServletRequest request) {
    context = null;
    request.removeAttribute(VIEW_ATTRIBUTE);
  }
}
