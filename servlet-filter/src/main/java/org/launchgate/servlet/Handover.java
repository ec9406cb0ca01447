package org.launchgate.servlet;

import java.util.Optional;
import org.launchgate.LaunchContext;
import org.launchgate.Refusal;
import org.launchgate.RefusalReason;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.OrganizationPolicy;

/** Asks the application what it thinks of a launch; without anybody to ask, nothing. */
final class Handover {
  private final Optional<OrganizationPolicy> organizations;
  private final Optional<LaunchHandler> handler;

  Handover(Optional<OrganizationPolicy> organizations, Optional<LaunchHandler> handler) {
    this.organizations = organizations;
    this.handler = handler;
  }

  /** Whether there is a handler. */
  boolean isAsked() {
    return handler.isPresent();
  }

  /**
   * Why the launch's organisation may not come in; empty where it may. A launch that names none is
   * asked for as well, or leaving the claim out would be the way past the policy.
   */
  Optional<Refusal> refuses(LaunchContext context) {
    return organizations.isEmpty() || admits(context)
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                    RefusalReason.ORGANIZATION_UNKNOWN,
                    context.organization().isPresent()
                        ? "the organization policy does not know the organisation"
                        : "the organization policy wants an organisation, and the launch names none")
                .signedBy(context.partner()));
  }

  private boolean admits(LaunchContext context) {
    try {
      return organizations.orElseThrow().admits(context);
    } catch (LaunchUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new LaunchUnavailableException(
          "the organization policy failed with " + e.getClass().getName(), e);
    }
  }

  /**
   * What the handler decides.
   *
   * @throws LaunchUnavailableException when it fails
   */
  HandlerDecision ask(LaunchHandling launch) {
    if (handler.isEmpty()) {
      return HandlerDecision.proceed();
    }
    return handle(handler.get(), launch);
  }

  private static HandlerDecision handle(LaunchHandler handler, LaunchHandling launch) {
    try {
      HandlerDecision decision = handler.handle(launch);
      if (decision == null) {
        throw new LaunchUnavailableException("the launch handler answered null");
      }
      return decision;
    } catch (LaunchUnavailableException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchUnavailableException("the launch handler was interrupted", e);
    } catch (Exception e) {
      throw new LaunchUnavailableException(
          "the launch handler failed with " + e.getClass().getName(), e);
    }
  }
}
