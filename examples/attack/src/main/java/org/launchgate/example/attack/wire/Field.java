package org.launchgate.example.attack.wire;

/** One header field, as it was sent or is to be sent. */
public record Field(String name, String value) {
  boolean isNamed(String other) {
    return name.equalsIgnoreCase(other);
  }
}
