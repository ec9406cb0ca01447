package org.launchgate.servlet;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages of ours, as an application tells them apart. */
enum PageKind {
  DENIED("denied", InitParam.DENIED_PAGE, true),
  UNAVAILABLE("unavailable", InitParam.UNAVAILABLE_PAGE, true),
  COOKIES("cookies", InitParam.COOKIES_PAGE, true),
  STALE_WINDOW("stale-window", InitParam.STALE_WINDOW_PAGE, true),
  SESSION_ENDED("session-ended", InitParam.SESSION_ENDED_PAGE, true),
  OTHER_USER("other-user", InitParam.OTHER_USER_PAGE, false),
  CHOICE("choice", InitParam.CHOICE_PAGE, false),
  LINK("link", InitParam.LINK_PAGE, false),
  LINK_LOGIN("link-login", InitParam.LINK_LOGIN_PAGE, false),
  CLOSED("closed", InitParam.CLOSED_PAGE, false),
  LOGGED_OUT("logged-out", InitParam.LOGGED_OUT_PAGE, false),
  /** Goes on by itself before anybody has read it, so that nobody needs another one. */
  HOP("hop", null, false);

  private final String label;
  private final @Nullable InitParam param;
  private final boolean refusal;

  PageKind(String label, @Nullable InitParam param, boolean refusal) {
    this.label = label;
    this.param = param;
    this.refusal = refusal;
  }

  /** Its name for applications and the log. */
  String label() {
    return label;
  }

  /** The init-param that names another page instead; empty where there is none. */
  Optional<InitParam> param() {
    return Optional.ofNullable(param);
  }

  /** Whether it says no, so that {@code errorPage} is for it, too. */
  boolean isRefusal() {
    return refusal;
  }
}
