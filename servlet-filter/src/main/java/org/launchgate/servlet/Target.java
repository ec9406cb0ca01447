package org.launchgate.servlet;

import org.launchgate.Refusal;
import org.launchgate.address.LocalAddress;

/** Where a launch leads, or why it leads nowhere. */
sealed interface Target {

  /** An address of the application. */
  record Found(LocalAddress address) implements Target {}

  /** The launch does not have what its address needs. */
  record Refused(Refusal refusal) implements Target {}
}
