package org.launchgate.containertests;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves out a server that does not start on the JDK of the tests, and says so in their output. */
final class StartsHere implements ExecutionCondition {
  private static final int TOO_NEW_FOR_GLASSFISH = 25;

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    int jdk = Runtime.version().feature();
    if (Server.underTest() != Server.GLASSFISH || jdk < TOO_NEW_FOR_GLASSFISH) {
      return ConditionEvaluationResult.enabled("the server starts on this JDK");
    }
    String reason =
        "GlassFish 7 does not start on JDK %d, nor on any from %d on: its tests need an older one"
            .formatted(jdk, TOO_NEW_FOR_GLASSFISH);
    if (context.getTestMethod().isEmpty()) {
      System.out.println(reason);
    }
    return ConditionEvaluationResult.disabled(reason);
  }
}
