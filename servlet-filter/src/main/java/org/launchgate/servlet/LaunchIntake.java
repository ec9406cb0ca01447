package org.launchgate.servlet;

import static org.launchgate.RefusalReason.INSECURE_TRANSPORT;
import static org.launchgate.RefusalReason.PARTNER_UNKNOWN;

import jakarta.servlet.http.HttpServletRequest;

/** Takes the token out of a request on the launch path, in the order of the refusal reasons. */
final class LaunchIntake {
  private final LaunchPath launchPath;
  private final Transport transport;
  private final TokenCarrier carrier;
  private final LaunchForm form;

  LaunchIntake(LaunchPath launchPath, Transport transport, TokenCarrier carrier, LaunchForm form) {
    this.launchPath = launchPath;
    this.transport = transport;
    this.carrier = carrier;
    this.form = form;
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
    if (request.getMethod().equals("GET")) {
      return carrier.inQuery(request.getQueryString());
    }
    FormReading reading = form.read(request);
    if (reading instanceof FormReading.Read read) {
      return carrier.inForm(request.getQueryString(), read.fields());
    }
    return new Finding.None(((FormReading.Refused) reading).refusal());
  }

  private static Finding atPartner(Finding finding, String partner) {
    return finding instanceof Finding.Token token
        ? new Finding.Token(token.compact(), token.arrival().atPartner(partner))
        : finding;
  }
}
