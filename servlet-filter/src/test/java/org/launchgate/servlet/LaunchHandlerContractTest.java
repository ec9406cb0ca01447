package org.launchgate.servlet;

/** The contract of a handler that leaves everything as it is. */
class LaunchHandlerContractTest extends LaunchHandlerContract {
  @Override
  protected LaunchHandler handler() {
    return launch -> HandlerDecision.proceed();
  }
}
