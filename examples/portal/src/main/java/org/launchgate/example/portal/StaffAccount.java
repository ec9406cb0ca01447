package org.launchgate.example.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account of the portal's own, with which somebody logs in who does not come from a partner. A
 * portal in earnest keeps them in a database, and no password that anybody can read.
 */
public final class StaffAccount {
  /** The attribute of the session that holds the name of the account that is logged in. */
  static final String ATTRIBUTE = "portal.user";

  /** The login page tells it. */
  static final String PASSWORD = "green-meadow";

  /** Everybody who has an account; all of them are invented. */
  static final List<StaffAccount> ALL =
      List.of(
          new StaffAccount("j.zaal", "Judith Zaal"),
          new StaffAccount("o.noem", "Otto Noem"),
          new StaffAccount("k.staf", "Kim Staf"));

  private final String name;
  private final String person;

  private StaffAccount(String name, String person) {
    this.name = name;
    this.person = person;
  }

  /** The account with that name, to whoever knows its password. */
  static Optional<StaffAccount> of(String name, String password) {
    return named(name).filter(account -> password.equals(PASSWORD));
  }

  /** Who is logged in by an account, and not by a launch. Creates no session. */
  static Optional<StaffAccount> loggedIn(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(ATTRIBUTE) instanceof String name
        ? named(name)
        : Optional.empty();
  }

  /** The account with that name; without accounts, or links to them, a user's name is another. */
  static Optional<StaffAccount> named(@Nullable String name) {
    return ALL.stream().filter(account -> account.name.equals(name)).findFirst();
  }

  /** The name of the account, which is also how its user logs in. */
  public String getName() {
    return name;
  }

  /** The name of the person whose account it is. */
  public String getPerson() {
    return person;
  }
}
