package org.launchgate.demo.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * The portal as the partners know it: where a launch goes, and how to use up a token so that the
 * browser comes second. A compact token needs no encoding in a query or a form.
 */
final class Portal {
  private final URI home;
  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  Portal(URI home) {
    this.home = home;
  }

  URI home() {
    return home;
  }

  /** The start page of the one with a patient in each window. */
  URI desk() {
    return home.resolve("/desk/");
  }

  /** The start page of the one for users with accounts of their own. */
  URI staff() {
    return home.resolve("/staff/");
  }

  /** The address to which a form is posted. */
  URI launch(Place place) {
    return home.resolve(place.launchPath());
  }

  /** The address of a launch by link. */
  URI launch(Place place, String token) {
    return home.resolve(place.launchPath() + "?token=" + token);
  }

  /** Uses a token by link, as a thief would who was first. */
  void redeemByLink(String token) throws IOException {
    send(HttpRequest.newBuilder(launch(Place.PORTAL, token)));
  }

  /** Uses a token by form. */
  void redeemByForm(String token) throws IOException {
    send(
        HttpRequest.newBuilder(launch(Place.PORTAL))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("payload=" + token)));
  }

  private void send(HttpRequest.Builder request) throws IOException {
    try {
      client.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.discarding());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while waiting for the portal", e);
    }
  }
}
