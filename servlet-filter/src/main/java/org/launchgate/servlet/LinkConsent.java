package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;

/**
 * What a session that was asked expects of the answer: a secret that only the page with the
 * question has. It is good for that launch and that account alone, so that nobody agrees to another
 * thing than they were shown.
 *
 * @param token the secret
 * @param mark of the ticket under which the launch waits
 * @param account to which it would be linked
 */
record LinkConsent(String token, String mark, String account) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String ATTRIBUTE = "org.launchgate.servlet.LinkConsent";

  /** Keeps a new one in the session of who is logged in. */
  static LinkConsent ask(
      HttpServletRequest request, SecureRandom random, LinkTicket ticket, String account) {
    LinkConsent consent =
        new LinkConsent(LaunchTicket.randomText(random), ticket.ticket().mark(), account);
    request.getSession(true).setAttribute(ATTRIBUTE, consent);
    return consent;
  }

  /** Takes the session's consent, and says whether the answer fits it. */
  static boolean isGiven(
      HttpServletRequest request, String token, LinkTicket ticket, String account) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof LinkConsent expected)) {
      return false;
    }
    session.removeAttribute(ATTRIBUTE);
    return expected.mark.equals(ticket.ticket().mark())
        && expected.account.equals(account)
        && MessageDigest.isEqual(
            expected.token.getBytes(StandardCharsets.UTF_8),
            token.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "LinkConsent";
  }
}
