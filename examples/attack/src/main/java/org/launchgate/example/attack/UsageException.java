package org.launchgate.example.attack;

/** The command was given something that it cannot use; the message is for who typed it. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
