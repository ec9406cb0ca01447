package org.launchgate.example.portal;

import java.util.List;
import org.launchgate.Identifier;
import org.launchgate.account.AccountLink;
import org.launchgate.account.JdbcAccountLinks;

/** A partner's user who is linked to an account, for its page. Nothing is escaped here. */
public final class LinkedIdentity {
  private final AccountLink link;

  private LinkedIdentity(AccountLink link) {
    this.link = link;
  }

  /** Everybody who is logged in to an account by a launch. */
  static List<LinkedIdentity> of(JdbcAccountLinks links, StaffAccount account) {
    return links.ofAccount(account.getName()).stream().map(LinkedIdentity::new).toList();
  }

  /** Whether it is that user of that partner. */
  boolean is(String partner, Identifier user) {
    return link.partner().equals(partner) && link.user().equals(user);
  }

  /** The partner's id. */
  public String getPartner() {
    return link.partner();
  }

  /** The system of the identifier by which the partner knows the user. */
  public String getSystem() {
    return link.user().system();
  }

  /** The identifier itself. */
  public String getValue() {
    return link.user().value();
  }
}
