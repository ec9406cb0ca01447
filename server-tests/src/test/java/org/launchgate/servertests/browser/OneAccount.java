package org.launchgate.servertests.browser;

import org.launchgate.LaunchContext;
import org.launchgate.spi.AccountResolution;
import org.launchgate.spi.AccountResolver;

/** Whoever comes, from whatever partner, is the same person here. */
public final class OneAccount implements AccountResolver {
  @Override
  public AccountResolution resolve(LaunchContext context) {
    return AccountResolution.linked("one-account");
  }
}
