package org.launchgate.servlet;

/** What a page of ours says: a title, what happened, and what the user can do next. */
enum PageMessage {
  DENIED("denied", PageKind.DENIED),
  TOO_LARGE("tooLarge", PageKind.DENIED),
  MEDIA_TYPE("mediaType", PageKind.DENIED),
  LOGOUT_DENIED("logoutDenied", PageKind.DENIED),
  NO_ACCOUNT("noAccount", PageKind.DENIED),
  NOT_LINKED("notLinked", PageKind.DENIED),
  LINKED_OTHERWISE("linkedOtherwise", PageKind.DENIED),
  REPORT_ONLY("reportOnly", PageKind.DENIED),
  UNAVAILABLE("unavailable", PageKind.UNAVAILABLE),
  LAUNCH_AGAIN("launchAgain", PageKind.UNAVAILABLE),
  COOKIES("cookies", PageKind.COOKIES),
  STALE_WINDOW("staleWindow", PageKind.STALE_WINDOW),
  UNNAMED_WINDOW("unnamedWindow", PageKind.STALE_WINDOW),
  NO_WINDOW("noWindow", PageKind.STALE_WINDOW),
  SESSION_ENDED("sessionEnded", PageKind.SESSION_ENDED),
  LOGIN_REQUIRED("loginRequired", PageKind.SESSION_ENDED),
  OTHER_USER("otherUser", PageKind.OTHER_USER),
  CHOICE("choice", PageKind.CHOICE),
  LINK("link", PageKind.LINK),
  LINK_LOGIN("linkLogin", PageKind.LINK_LOGIN),
  CLOSED("closed", PageKind.CLOSED),
  LOGGED_OUT("loggedOut", PageKind.LOGGED_OUT),
  HOP("hop", PageKind.HOP);

  private final String key;
  private final PageKind kind;

  PageMessage(String key, PageKind kind) {
    this.key = key;
    this.kind = kind;
  }

  PageKind kind() {
    return kind;
  }

  /** One of its texts. */
  Words words(String part) {
    return Words.of(key + "." + part);
  }

  /** How the log calls it. */
  String label() {
    return key;
  }
}
