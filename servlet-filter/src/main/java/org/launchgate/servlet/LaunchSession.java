package org.launchgate.servlet;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchPrincipal;

/**
 * What a session held when one request looked at it: its user, and the windows.
 *
 * @param user whose it is
 * @param windows in no order
 * @param hadSeveral whether more than one was opened since it became theirs
 */
record LaunchSession(SessionUser user, List<LaunchWindow> windows, boolean hadSeveral) {

  LaunchSession {
    windows = List.copyOf(windows);
  }

  LaunchPrincipal principal() {
    return user.principal();
  }

  Optional<LaunchWindow> window(String id) {
    return windows.stream().filter(window -> window.id().equals(id)).findAny();
  }

  /** The window that a launch or ticket with that digest has led to. */
  Optional<LaunchWindow> redeemed(String mark) {
    return windows.stream().filter(window -> window.isRedeemed(mark)).findAny();
  }

  /** The window that shows what a launch is about. */
  Optional<LaunchWindow> ofSameFocus(LaunchContext context) {
    return windows.stream().filter(window -> window.isSameFocus(context)).findAny();
  }

  /**
   * The window of whoever names none: the only one that there ever was. Where another one was
   * closed, its pages may still stand in a tab, and a request that names none may be theirs.
   */
  Optional<LaunchWindow> only() {
    return hadSeveral || windows.size() != 1 ? Optional.empty() : Optional.of(windows.get(0));
  }

  /** The window that was launched last. */
  Optional<LaunchWindow> latest() {
    return windows.stream().max(Comparator.comparing(window -> window.context().verifiedAt()));
  }
}
