package org.launchgate.partner;

import org.launchgate.internal.config.ConfigObject;

/** Whether a partner may launch. */
enum Enabled {
  /** It may. */
  YES,
  /** Its launches are verified and explained, and lead nowhere. */
  REPORT,
  /** It may not. */
  NO;

  private static final String MEMBER = "enabled";

  static Enabled of(ConfigObject partner) {
    if (!partner.has(MEMBER) || Boolean.TRUE.equals(partner.value(MEMBER))) {
      return YES;
    }
    if (Boolean.FALSE.equals(partner.value(MEMBER))) {
      return NO;
    }
    if ("report".equals(partner.value(MEMBER))) {
      return REPORT;
    }
    throw partner.error(MEMBER, "must be true, false or \"report\"");
  }
}
