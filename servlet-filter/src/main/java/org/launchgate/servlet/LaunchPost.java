package org.launchgate.servlet;

import static org.launchgate.RefusalReason.MEDIA_TYPE_NOT_SUPPORTED;
import static org.launchgate.RefusalReason.REQUEST_MALFORMED;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.launchgate.CarryingJson;

/**
 * Takes the token out of a POST: a form, a JSON object or a body that is the token, each where a
 * partner's profile says that tokens travel in it. A body of another type is not read.
 */
final class LaunchPost {
  private final LaunchBody body;

  LaunchPost(int maxTokenBytes) {
    this.body = new LaunchBody(maxTokenBytes);
  }

  Finding find(HttpServletRequest request, TokenCarrier carrier) {
    // The header itself: Jetty's getContentType throws where it names no charset that Java knows.
    String header = request.getHeader("Content-Type");
    Optional<LaunchMediaType> type =
        LaunchMediaType.of(header)
            .filter(each -> each == LaunchMediaType.FORM || carrier.takes(each.channel()))
            .filter(each -> !isCompressed(request));
    if (type.isEmpty()) {
      return notSupported(header, carrier);
    }
    Finding finding = find(type.get(), request, carrier);
    // A form that brings a ticket is our own page's, whatever partners send.
    return finding instanceof Finding.Ticket || carrier.takes(type.get().channel())
        ? finding
        : notSupported(header, carrier);
  }

  private static Finding notSupported(@Nullable String header, TokenCarrier carrier) {
    return Finding.none(
        MEDIA_TYPE_NOT_SUPPORTED,
        "expected a plain UTF-8 body of type "
            + supported(carrier)
            + ", found Content-Type "
            + LaunchMediaType.shown(header));
  }

  private Finding find(LaunchMediaType type, HttpServletRequest request, TokenCarrier carrier) {
    BodyReading reading = body.read(request);
    if (reading instanceof BodyReading.Refused refused) {
      return new Finding.None(refused.refusal());
    }
    return reading instanceof BodyReading.Bytes read
        ? find(type, request.getQueryString(), read.bytes(), carrier)
        : consumed(type, request, carrier);
  }

  private static Finding find(
      LaunchMediaType type, @Nullable String query, byte[] body, TokenCarrier carrier) {
    return switch (type) {
      case FORM ->
          LaunchForm.of(body)
              .map(form -> carrier.inForm(query, form))
              .orElseGet(LaunchPost::malformedForm);
      case JSON ->
          CarryingJson.read(body)
              .map(members -> carrier.inJson(query, members))
              .orElseGet(
                  () -> Finding.none(REQUEST_MALFORMED, "the body is no strict JSON object"));
      case JWT -> carrier.inBody(query, body);
    };
  }

  private static Finding consumed(
      LaunchMediaType type, HttpServletRequest request, TokenCarrier carrier) {
    if (type != LaunchMediaType.FORM) {
      return Finding.none(
          REQUEST_MALFORMED,
          "the body is empty, or an earlier filter has read it: map this one in front of it");
    }
    return LaunchForm.ofParameters(request, carrier.formFields())
        .map(form -> carrier.inForm(request.getQueryString(), form))
        .orElseGet(LaunchPost::malformedForm);
  }

  private static String supported(TokenCarrier carrier) {
    return Arrays.stream(LaunchMediaType.values())
        .filter(type -> carrier.takes(type.channel()))
        .map(LaunchMediaType::text)
        .collect(Collectors.joining(" or "));
  }

  private static boolean isCompressed(HttpServletRequest request) {
    String coding = request.getHeader("Content-Encoding");
    return coding != null && !coding.equalsIgnoreCase("identity");
  }

  private static Finding malformedForm() {
    return Finding.none(REQUEST_MALFORMED, "the form is no strict percent-encoded UTF-8");
  }
}
