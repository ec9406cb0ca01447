package org.launchgate.servlet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchPrincipal;
import org.launchgate.LaunchUser;

/** The pages between a launch and the application. */
final class LaunchPages {
  private static final int OK = 200;

  private LaunchPages() {}

  /**
   * Goes on by itself, without a script: the request that follows is this site's own, so that the
   * browser sends the cookies that it keeps from other sites.
   */
  static Page hop(String url) {
    return Page.of(PageMessage.HOP, OK)
        .leadingTo(List.of(new PageLink(url, PageMessage.HOP.words("go"))));
  }

  /**
   * Asks whether to go on in place of somebody else.
   *
   * @param action where the answer goes
   * @param stay where a no leads
   * @param framedBy the origins that may show the question in a frame
   */
  static Page otherUser(LaunchDecision.Ask ask, String action, String stay, Set<String> framedBy) {
    String here =
        ask.held()
            .latest()
            .map(window -> name(window.context(), ask.held().principal()))
            .orElseGet(() -> ask.held().principal().getName());
    return otherUser(
        here,
        name(ask.context(), ask.user()),
        new Target(action, LaunchTicket.FIELD, ask.parked().ticket().value(), framedBy),
        stay);
  }

  /**
   * Asks whether to go on in place of somebody else.
   *
   * @param here who is logged in
   * @param next who came
   */
  static Page otherUser(String here, String next, Target target, String stay) {
    PageMessage message = PageMessage.OTHER_USER;
    Words yes = message.words("yes").with("next", next);
    Words no = message.words("no").with("here", here);
    return Page.of(message, OK)
        .about(Map.of("here", here, "next", next))
        .asking(target.form(List.of(PageForm.Button.only(yes))))
        .leadingTo(List.of(new PageLink(stay, no)));
  }

  /**
   * Where an answer is posted to.
   *
   * @param field the hidden field that says what was asked
   * @param value its value, which is a secret
   * @param framedBy the origins that may show the question in a frame
   */
  record Target(String action, String field, String value, Set<String> framedBy) {
    PageForm form(List<PageForm.Button> buttons) {
      return new PageForm(action, field, value, buttons, framedBy);
    }

    @Override
    public String toString() {
      return "Target[" + field + "]";
    }
  }

  /**
   * Who a user is at their partner: what people call them, and the identifier that would be linked.
   * At some partners users write their names themselves, and so may one who has another's in mind.
   */
  static String identity(LaunchContext context) {
    String name = name(context, context.principal());
    String value = context.user().identifier().value();
    return name.equals(value) ? name : name + " (" + value + ")";
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
