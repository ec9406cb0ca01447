package org.launchgate.servertests.browser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips the tests of a class where there is no browser, and says so, unless {@code
 * LAUNCHGATE_REQUIRE_BROWSER} is {@code true} as a system property or in the environment.
 */
final class BrowserNeeded implements ExecutionCondition {
  private static final String REQUIRE = "LAUNCHGATE_REQUIRE_BROWSER";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (BrowserProgram.installed().isPresent()) {
      return ConditionEvaluationResult.enabled("a browser is installed");
    }
    if (isRequired()) {
      return ConditionEvaluationResult.enabled("the tests will fail: " + REQUIRE + " is true");
    }
    System.out.println("SKIPPED " + context.getDisplayName() + ": " + BrowserProgram.MISSING);
    return ConditionEvaluationResult.disabled(BrowserProgram.MISSING);
  }

  private static boolean isRequired() {
    return Boolean.parseBoolean(System.getProperty(REQUIRE, System.getenv(REQUIRE)));
  }
}
