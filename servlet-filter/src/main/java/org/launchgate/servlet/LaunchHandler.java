package org.launchgate.servlet;

/**
 * Hands a launch to the application: the last step before its user is led on, and the place to find
 * or create user, organisation and patient in the application's own database, and to compare a
 * second identifier of the patient with its own record.
 *
 * <p>Found by the init-param {@code launchHandler}, as a ServletContext attribute under this
 * interface's name, or by the {@link java.util.ServiceLoader}. Asked once for each launch that was
 * verified and whose account is known, before anything becomes of the session: what it refuses ends
 * nobody's. A reload of the launch in its own session asks nobody again. Thread-safe.
 */
@FunctionalInterface
public interface LaunchHandler {

  /**
   * Takes a launch over.
   *
   * @return what is to become of it
   * @throws Exception whatever it is, the launch gets 503 and is used up; the log names the class,
   *     and not the message, which may be about a person
   */
  HandlerDecision handle(LaunchHandling launch) throws Exception;
}
