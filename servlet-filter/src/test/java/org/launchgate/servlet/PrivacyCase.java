package org.launchgate.servlet;

import java.util.List;
import java.util.Set;
import org.launchgate.RefusalReason;
import org.launchgate.spi.LaunchListener;

/**
 * Something that happens to launches full of canaries.
 *
 * @param name what it is
 * @param results the reasons of refusals, and the kinds of other events, that it is known to raise
 * @param setting how its application differs from the usual one
 * @param act what is done
 */
record PrivacyCase(String name, Set<String> results, Setting setting, Act act) {

  /** Changes an application that is not started yet, and who listens to it. */
  @FunctionalInterface
  interface Setting {
    void apply(TomcatApp app, List<LaunchListener> listeners);
  }

  /** Sends the launches. */
  @FunctionalInterface
  interface Act {
    void on(PrivacyStage stage) throws Exception;
  }

  static PrivacyCase of(String name, Act act) {
    return new PrivacyCase(name, Set.of(), (app, listeners) -> {}, act);
  }

  PrivacyCase raises(String... codes) {
    return new PrivacyCase(name, Set.of(codes), setting, act);
  }

  PrivacyCase refused(RefusalReason reason) {
    return raises(reason.code());
  }

  PrivacyCase in(Setting other) {
    return new PrivacyCase(name, results, other, act);
  }
}
