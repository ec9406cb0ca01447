package org.launchgate.servlet;

import java.util.Optional;

/**
 * What the init-params say about listeners and the records they get, checked.
 *
 * @param log whether the built-in audit log writes
 * @param queue how many events may wait
 * @param required whether a launch for whose events there is no room is answered 503
 * @param key the secret that digests are keyed with; empty for a fresh one at every start
 * @param clearIdentifiers whether personal identifiers are recorded in clear
 * @param jmx whether the figures are shown over JMX
 */
record AuditSettings(
    boolean log,
    int queue,
    boolean required,
    Optional<String> key,
    boolean clearIdentifiers,
    boolean jmx) {
  private static final int LEAST_KEY = 32;

  static AuditSettings of(InitParams params) {
    return new AuditSettings(
        params.flag(InitParam.AUDIT_LOG),
        params.number(InitParam.AUDIT_QUEUE, 10, 1_000_000),
        params.flag(InitParam.AUDIT_REQUIRED),
        key(params),
        params.flag(InitParam.AUDIT_CLEAR_IDENTIFIERS),
        params.flag(InitParam.JMX));
  }

  private static Optional<String> key(InitParams params) {
    Optional<String> key = params.given(InitParam.AUDIT_KEY);
    if (key.isPresent() && key.get().length() < LEAST_KEY) {
      throw InitParams.wrong(
          InitParam.AUDIT_KEY, "is too short; it is " + InitParam.AUDIT_KEY.allowed());
    }
    if (key.isPresent() && params.flag(InitParam.AUDIT_CLEAR_IDENTIFIERS)) {
      throw InitParams.wrong(
          InitParam.AUDIT_KEY,
          "has no effect with auditClearIdentifiers=true: leave one of them out");
    }
    return key;
  }

  @Override
  public String toString() {
    return "AuditSettings[log=" + log + ", queue=" + queue + ", required=" + required + "]";
  }
}
