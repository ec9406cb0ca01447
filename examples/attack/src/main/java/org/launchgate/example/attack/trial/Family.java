package org.launchgate.example.attack.trial;

import java.util.Locale;

/** What attacks have in common, in the order in which they run. */
public enum Family {
  ALGORITHM,
  SIGNATURE,
  HEADER,
  ENCODING,
  JSON,
  TIME,
  PARTNER,
  CLAIMS,
  ENCRYPTION,
  CARRIER,
  PROTOCOL,
  REPLAY,
  SESSION,
  ANSWER;

  /** As the report writes it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
