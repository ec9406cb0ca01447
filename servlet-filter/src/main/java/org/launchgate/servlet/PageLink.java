package org.launchgate.servlet;

/**
 * Where a page leads.
 *
 * @param address on this host
 */
record PageLink(String address, Words words) {

  /** The address may hold anything that a request held. */
  @Override
  public String toString() {
    return "PageLink[" + words + "]";
  }
}
