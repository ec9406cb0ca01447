package org.launchgate.servlet;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pages on which a user links who they are at a partner to their account here. */
final class LinkPages {
  /** The field that the buttons post. */
  static final String ANSWER = "launch_answer";

  /** Its value for a yes; everything else is a no. */
  static final String YES = "yes";

  private static final String NO = "no";
  private static final int OK = 200;

  private LinkPages() {}

  /**
   * Who is to be linked to what.
   *
   * @param partner what the partner is called
   * @param user what the user is called there, and their identifier
   * @param account what the account is called here
   */
  record Identities(String partner, String user, String account) {
    private Map<String, String> words() {
      return Map.of("partner", partner, "user", user, "account", account);
    }

    /** They are names. */
    @Override
    public String toString() {
      return "Identities";
    }
  }

  /**
   * Asks whether both are the user.
   *
   * @param action where the answer is posted to, in the field {@link #ANSWER}
   * @param field the hidden field that says what was asked
   * @param value its value, which is a secret of this browser
   */
  static Page link(Identities both, String action, String field, String value) {
    PageMessage message = PageMessage.LINK;
    Words yes = message.words("yes").with("user", both.user()).with("account", both.account());
    return Page.of(message, OK)
        .about(both.words())
        .asking(
            new PageForm(
                action,
                field,
                value,
                List.of(
                    new PageForm.Button(ANSWER, YES, yes),
                    new PageForm.Button(ANSWER, NO, message.words("no"))),
                Set.of()));
  }

  /**
   * Asks who is logged in already to log in anew, since only a log-in of now may link an account.
   *
   * @param target where a yes is posted to
   * @param stay where a no leads
   */
  static Page logIn(Identities both, LaunchPages.Target target, String stay) {
    PageMessage message = PageMessage.LINK_LOGIN;
    return Page.of(message, OK)
        .about(both.words())
        .asking(target.form(List.of(PageForm.Button.only(message.words("go")))))
        .leadingTo(
            List.of(new PageLink(stay, message.words("stay").with("account", both.account()))));
  }
}
