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
  private final LaunchPath launchPath;

  Handover(
      Optional<OrganizationPolicy> organizations,
      Optional<LaunchHandler> handler,
      LaunchPath launchPath) {
    this.organizations = organizations;
    this.handler = handler;
    this.launchPath = launchPath;
  }

  /** Why the launch's organisation may not come in; empty where it may. */
  Optional<Refusal> refuses(LaunchContext context) {
    return organizations.isEmpty() || context.organization().isEmpty() || admits(context)
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                    RefusalReason.ORGANIZATION_UNKNOWN,
                    "the organization policy does not know the organisation")
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
   * @throws LaunchUnavailableException when it fails or leads nowhere
   */
  HandlerDecision ask(LaunchHandling launch) {
    if (handler.isEmpty()) {
      return HandlerDecision.proceed();
    }
    HandlerDecision decision = handle(handler.get(), launch);
    if (decision instanceof HandlerDecision.Proceed proceed && leadsBack(proceed)) {
      throw new LaunchUnavailableException(
          "the launch handler leads to the launch path, which would refuse it");
    }
    return decision;
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

  private boolean leadsBack(HandlerDecision.Proceed proceed) {
    return proceed
        .target()
        .map(LocalPath::pathOfTarget)
        .filter(path -> launchPath.covers(path))
        .isPresent();
  }
}
