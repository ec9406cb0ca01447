package org.launchgate.servlet;

/** How a request stands to the windows of its session. */
enum Standing {
  /** It may go on, with a patient or without. */
  FIT,
  /** It names a window that this session does not have, or not any more. */
  STALE,
  /** It would change something and names no window, where it has to. */
  UNNAMED,
  /** It is of a session that has ended. */
  ENDED
}
