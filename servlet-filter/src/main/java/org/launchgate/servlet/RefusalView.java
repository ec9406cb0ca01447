package org.launchgate.servlet;

import org.jspecify.annotations.Nullable;

/**
 * What an error page of one's own (init-param {@code errorPage}) may tell the user: the request
 * attribute {@code launchRefusal} on the request that is forwarded to it.
 *
 * <p>It holds what the built-in page shows and nothing more; why a launch was refused stands in the
 * log, under the reference. Read-only, thread-safe.
 */
public final class RefusalView {
  static final String ATTRIBUTE = "launchRefusal";

  private final RefusalResponse response;
  private final @Nullable String reference;

  RefusalView(RefusalResponse response, @Nullable String reference) {
    this.response = response;
    this.reference = reference;
  }

  /** The HTTP status, which is set already: 401, 403, 409, 413, 415 or 503. */
  public int getStatus() {
    return response.status();
  }

  /** The reference under which the log has the reason; null when nothing was logged (401, 409). */
  public @Nullable String getReference() {
    return reference;
  }

  /** Where the user starts again; null where the partner has no {@code relaunchUrl}. */
  public @Nullable String getRelaunchUrl() {
    return response.relaunchUrl().orElse(null);
  }

  /** A title, such as "Access denied". */
  public String getTitle() {
    return response.title();
  }

  /** What happened and what the user can do, in English. */
  public String getText() {
    return response.text() + " " + response.advice();
  }

  @Override
  public String toString() {
    return "RefusalView[" + getStatus() + ", reference=" + reference + "]";
  }
}
