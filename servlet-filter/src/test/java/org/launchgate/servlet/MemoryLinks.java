package org.launchgate.servlet;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.launchgate.LaunchContext;
import org.launchgate.spi.AccountLinks;
import org.launchgate.spi.AccountResolution;
import org.launchgate.spi.LaunchUnavailableException;

/** Links that a test keeps in memory. */
final class MemoryLinks implements AccountLinks {
  final Map<String, String> all = new ConcurrentHashMap<>();
  volatile boolean down;

  private static String key(LaunchContext context) {
    return context.principal().getName();
  }

  @Override
  public AccountResolution resolve(LaunchContext context) {
    return Optional.ofNullable(all.get(key(context)))
        .map(AccountResolution::linked)
        .orElseGet(AccountResolution::unknown);
  }

  @Override
  public boolean link(LaunchContext context, String account) {
    if (down) {
      throw new LaunchUnavailableException("the links are down");
    }
    return account.equals(all.computeIfAbsent(key(context), key -> account));
  }
}
