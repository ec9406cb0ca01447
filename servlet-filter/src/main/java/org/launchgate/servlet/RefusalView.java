package org.launchgate.servlet;

import org.jspecify.annotations.Nullable;

/**
 * What an error page of one's own (init-param {@code errorPage}) may tell the user in English: the
 * request attribute {@code launchRefusal} on the request that is forwarded to it. {@link PageView}
 * says the same in the user's language.
 *
 * <p>It holds what the built-in page shows and nothing more; why a launch was refused stands in the
 * log, under the reference. Read-only, thread-safe.
 */
public final class RefusalView {
  static final String ATTRIBUTE = "launchRefusal";

  private final PageView page;

  RefusalView(Page page) {
    this.page = new PageView(page, Language.ENGLISH);
  }

  /** The HTTP status, which is set already: 401, 403, 409, 413, 415 or 503. */
  public int getStatus() {
    return page.getStatus();
  }

  /** The reference under which the log has the reason. */
  public String getReference() {
    return page.getReference();
  }

  /** Where the user starts again; null where the partner has no {@code relaunchUrl}. */
  public @Nullable String getRelaunchUrl() {
    return page.getRelaunchUrl();
  }

  /** A title, such as "Access denied". */
  public String getTitle() {
    return page.getTitle();
  }

  /** What happened and what the user can do, in English. */
  public String getText() {
    return page.getText() + " " + page.getAdvice();
  }

  @Override
  public String toString() {
    return "RefusalView[" + getStatus() + ", reference=" + getReference() + "]";
  }
}
