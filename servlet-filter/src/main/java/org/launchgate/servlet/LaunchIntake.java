package org.launchgate.servlet;

import static org.launchgate.RefusalReason.INSECURE_TRANSPORT;
import static org.launchgate.RefusalReason.PARTNER_UNKNOWN;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Supplier;
import org.launchgate.profile.Carrier;

/** Takes the token out of a request on the launch path, in the order of the refusal reasons. */
final class LaunchIntake {
  private final LaunchPath launchPath;
  private final Transport transport;
  private final Supplier<Set<Carrier>> carriers;
  private final LaunchPost posts;

  /**
   * An intake.
   *
   * @param carriers asked for every launch, since partners come and go
   */
  LaunchIntake(
      LaunchPath launchPath,
      Transport transport,
      Supplier<Set<Carrier>> carriers,
      LaunchPost posts) {
    this.launchPath = launchPath;
    this.transport = transport;
    this.carriers = carriers;
    this.posts = posts;
  }

  Finding take(HttpServletRequest request, String path) {
    if (!transport.allows(request)) {
      return Finding.none(
          INSECURE_TRANSPORT,
          "expected https, found http; if a proxy ends TLS, the server has to be told the"
              + " forwarded scheme, and the init-param allowHttp lifts the check");
    }
    if (launchPath.isShared(path)) {
      return find(request);
    }
    return launchPath
        .partner(path)
        .map(partner -> atPartner(find(request), partner))
        .orElseGet(
            () ->
                Finding.none(
                    PARTNER_UNKNOWN,
                    "expected one partner below the launch path, found none or a longer path"));
  }

  private Finding find(HttpServletRequest request) {
    TokenCarrier carrier = new TokenCarrier(carriers.get());
    return request.getMethod().equals("GET")
        ? carrier.inQuery(request.getQueryString())
        : posts.find(request, carrier);
  }

  private static Finding atPartner(Finding finding, String partner) {
    return finding instanceof Finding.Token token
        ? new Finding.Token(token.compact(), token.arrival().atPartner(partner))
        : finding;
  }
}
