package org.launchgate.jwks;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * How JWK sets are fetched. Immutable, thread-safe.
 *
 * <p>There is no setting that turns off the verification of certificates or of host names; neither
 * {@code SSLContext.setDefault}, {@code HttpsURLConnection.setDefaultHostnameVerifier} nor a system
 * property of a JDK's HTTP client does.
 */
public final class FetchSettings {
  private static final Duration SHORTEST_KEEPING = Duration.ofMinutes(5);
  private static final Duration LONGEST_KEEPING = Duration.ofDays(30);
  private static final int MOST_WAITING = 1_000;

  private final boolean allowPrivateAddresses;
  private final Duration keepKeysFor;
  private final int maxWaiting;
  private final @Nullable ProxySelector proxy;
  private final TrustManager @Nullable [] trust;
  private volatile @Nullable SSLSocketFactory sockets;

  private FetchSettings(Builder from) {
    this.allowPrivateAddresses = from.allowPrivateAddresses;
    this.keepKeysFor = from.keepKeysFor;
    this.maxWaiting = from.maxWaiting;
    this.proxy = from.proxy;
    this.trust = from.trust;
  }

  /** Public addresses only, keys kept for 24 hours, proxy and trust store of the JVM. */
  public static FetchSettings defaults() {
    return builder().build();
  }

  /** Starts from the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Whether a host may have addresses that are not public. */
  public boolean allowPrivateAddresses() {
    return allowPrivateAddresses;
  }

  /** How long fetched keys stay in use when every later fetch fails. */
  public Duration keepKeysFor() {
    return keepKeysFor;
  }

  /** How many launches may wait for the fetch of one set at one time. */
  public int maxWaiting() {
    return maxWaiting;
  }

  /** The proxy for that address; {@link Proxy#NO_PROXY} for none. */
  Proxy proxyFor(URI url) {
    ProxySelector selector = proxy == null ? ProxySelector.getDefault() : proxy;
    if (selector == null) {
      return Proxy.NO_PROXY;
    }
    return selector.select(url).stream().findFirst().orElse(Proxy.NO_PROXY);
  }

  /** Makes TLS connections that trust what these settings trust; made once, at the first fetch. */
  SSLSocketFactory sockets() throws FetchFailure {
    SSLSocketFactory made = sockets;
    if (made == null) {
      made = newSockets();
      sockets = made;
    }
    return made;
  }

  /** Never the JVM's default context, which another part of the application may have weakened. */
  private SSLSocketFactory newSockets() throws FetchFailure {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust == null ? trustManagers(null) : trust, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new FetchFailure("the trust store of the JVM cannot be used: " + e.getMessage());
    }
  }

  private static TrustManager[] trustManagers(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  @Override
  public String toString() {
    return "FetchSettings[allowPrivateAddresses="
        + allowPrivateAddresses
        + ", keepKeysFor="
        + keepKeysFor
        + ", maxWaiting="
        + maxWaiting
        + ", proxy "
        + (proxy == null ? "of the JVM" : "set")
        + ", trust store "
        + (trust == null ? "of the JVM" : "set")
        + "]";
  }

  /** Collects settings. Not thread-safe. */
  public static final class Builder {
    private boolean allowPrivateAddresses;
    private Duration keepKeysFor = Duration.ofHours(24);
    private int maxWaiting = 16;
    private @Nullable ProxySelector proxy;
    private TrustManager @Nullable [] trust;

    private Builder() {}

    /**
     * Whether the hosts may have loopback, private, link-local and other addresses that are not
     * public: for partners inside one's own network. Default: no.
     */
    public Builder allowPrivateAddresses(boolean value) {
      allowPrivateAddresses = value;
      return this;
    }

    /**
     * How long fetched keys stay in use when every later fetch fails, counted from the last good
     * one. Default: 24 hours.
     *
     * @throws IllegalArgumentException when it is not between 5 minutes and 30 days
     */
    public Builder keepKeysFor(Duration value) {
      if (value.compareTo(SHORTEST_KEEPING) < 0 || value.compareTo(LONGEST_KEEPING) > 0) {
        throw new IllegalArgumentException(
            "keepKeysFor must be between 5 minutes and 30 days, not " + value);
      }
      keepKeysFor = value;
      return this;
    }

    /**
     * How many launches may wait for the fetch of one set at one time; each more is answered 503 at
     * once. Default: 16.
     *
     * @throws IllegalArgumentException when it is not between 1 and 1000
     */
    public Builder maxWaiting(int value) {
      if (value < 1 || value > MOST_WAITING) {
        throw new IllegalArgumentException("maxWaiting must be between 1 and 1000, not " + value);
      }
      maxWaiting = value;
      return this;
    }

    /**
     * Chooses the HTTP proxy by the set's address; {@code HttpClient.Builder.NO_PROXY} for none. A
     * SOCKS proxy makes the fetch fail. A proxy resolves host names itself, so whether a name leads
     * to a private address is then the proxy's to judge; an IP address in the URL and {@code
     * localhost} are checked all the same. Default: the JVM's selector, which follows {@code
     * https.proxyHost}, {@code https.proxyPort} and {@code http.nonProxyHosts}.
     */
    public Builder proxy(ProxySelector value) {
      proxy = Objects.requireNonNull(value, "proxy");
      return this;
    }

    /** One HTTP proxy for every set. */
    public Builder proxy(String host, int port) {
      return proxy(ProxySelector.of(InetSocketAddress.createUnresolved(host, port)));
    }

    /**
     * The certificates of the authorities that are trusted, instead of those of the JVM. The store
     * is read here and not looked at again. Default: the JVM's trust store.
     *
     * @throws IllegalArgumentException when it holds no certificate to trust
     */
    public Builder trustStore(KeyStore value) {
      TrustManager[] managers;
      try {
        managers = trustManagers(value);
      } catch (GeneralSecurityException e) {
        throw new IllegalArgumentException("the trust store cannot be used", e);
      }
      for (TrustManager manager : managers) {
        if (manager instanceof X509TrustManager x509 && x509.getAcceptedIssuers().length > 0) {
          trust = managers;
          return this;
        }
      }
      throw new IllegalArgumentException("the trust store holds no certificate to trust");
    }

    /** The settings. */
    public FetchSettings build() {
      return new FetchSettings(this);
    }
  }
}
