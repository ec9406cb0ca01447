package org.launchgate.servlet;

import org.launchgate.LaunchContext;
import org.launchgate.LaunchPrincipal;
import org.launchgate.LaunchUser;

/** The pages between a launch and the application. */
final class LaunchPages {
  private LaunchPages() {}

  /**
   * Goes on by itself, without a script: the request that follows is this site's own, so that the
   * browser sends the cookies that it keeps from other sites.
   */
  static String hop(String url) {
    return new HtmlPage("One moment, please")
        .goingOnTo(url)
        .paragraph(
            "The application is being opened. If nothing happens, <a href=\""
                + HtmlPage.escaped(url)
                + "\">go on</a>.")
        .text();
  }

  /**
   * Asks whether to go on in place of somebody else.
   *
   * @param action where the answer goes
   * @param stay where a no leads
   */
  static String otherUser(LaunchDecision.Ask ask, String action, String stay) {
    String here =
        ask.held()
            .latest()
            .map(window -> name(window.context(), ask.held().principal()))
            .orElseGet(() -> ask.held().principal().getName());
    String next = name(ask.context(), ask.user());
    return new HtmlPage("Somebody else is logged in here")
        .paragraph(
            "<strong>"
                + HtmlPage.escaped(here)
                + "</strong> is still logged in in this"
                + " browser.")
        .paragraph(
            "You came from your own system as <strong>"
                + HtmlPage.escaped(next)
                + "</strong>. If you go on, the other session ends, and what was not saved in it is"
                + " lost.")
        .form(
            action,
            LaunchTicket.FIELD,
            ask.parked().ticket().value(),
            "Go on as " + HtmlPage.escaped(next))
        .paragraph(
            "<a href=\"" + HtmlPage.escaped(stay) + "\">Stay as " + HtmlPage.escaped(here) + "</a>")
        .text();
  }

  /**
   * Asks who is logged in already to log in anew.
   *
   * @param action where the answer goes
   * @param stay where a no leads
   */
  static String logInAnew(LaunchDecision.AskLogIn ask, String action, String stay) {
    String next = name(ask.context(), ask.context().principal());
    return new HtmlPage("Log in once more to link your account")
        .paragraph(
            "You came from "
                + HtmlPage.escaped(ask.context().partner())
                + " as <strong>"
                + HtmlPage.escaped(next)
                + "</strong>, who has no account here yet. <strong>"
                + HtmlPage.escaped(ask.here())
                + "</strong> is still logged in here.")
        .paragraph(
            "To link your account, log in with it. The session that is open now ends, and what was"
                + " not saved in it is lost.")
        .form(action, LaunchTicket.FIELD, ask.parked().ticket().value(), "Log in")
        .paragraph(
            "<a href=\""
                + HtmlPage.escaped(stay)
                + "\">Stay as "
                + HtmlPage.escaped(ask.here())
                + "</a>")
        .text();
  }

  /**
   * Asks who has logged in whether they are who launched.
   *
   * @param action where the answer goes
   */
  static String link(LaunchDecision.AskLink ask, String action) {
    String next = name(ask.context(), ask.context().principal());
    String account = ask.consent().account();
    return new HtmlPage("Link your account?")
        .paragraph(
            "You have logged in as <strong>"
                + HtmlPage.escaped(account)
                + "</strong>, and came from "
                + HtmlPage.escaped(ask.context().partner())
                + " as <strong>"
                + HtmlPage.escaped(next)
                + "</strong>.")
        .paragraph(
            "If both are you, link them. From then on, whoever comes from there as <strong>"
                + HtmlPage.escaped(next)
                + "</strong> is logged in as <strong>"
                + HtmlPage.escaped(account)
                + "</strong> at once. If you did not just come from there yourself, do not.")
        .choice(
            action,
            AccountLinking.FIELD,
            ask.consent().token(),
            AccountLinking.BUTTON,
            AccountLinking.YES,
            "Link " + HtmlPage.escaped(next) + " to " + HtmlPage.escaped(account),
            AccountLinking.NO,
            "Do not link")
        .text();
  }

  /** What people call a user; where the token does not say, what the application calls them. */
  static String name(LaunchContext context, LaunchPrincipal principal) {
    LaunchUser user = context.user();
    String full = (user.givenName().orElse("") + " " + user.familyName().orElse("")).strip();
    if (!full.isEmpty()) {
      return full;
    }
    return user.username()
        .orElseGet(() -> principal.account().orElseGet(() -> user.identifier().value()));
  }
}
