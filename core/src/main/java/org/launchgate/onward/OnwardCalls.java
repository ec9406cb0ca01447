package org.launchgate.onward;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchPatient;

/**
 * Calls of the application to the partner that a launch came from: the partner's FHIR base, the
 * patient there, and the sender's transaction id, which ZorgDomein wants in every following request
 * of the transaction.
 *
 * <p>What it knows stands in the {@code attributes} of the partner's configuration: {@code
 * fhirBase}, the address of its FHIR server, and {@code transactionIdHeader}, the name of the
 * header for the transaction id. ZorgDomein's document names no header; the default is {@value
 * #DEFAULT_HEADER}, which FHIR lists for a request id of the client.
 *
 * <p>Everything is for that one server: a request to anywhere else is refused. Let the {@code
 * HttpClient} follow no redirects, as is its default; it would take the headers along. Who may
 * call, by which certificate or token, is the application's. Immutable, thread-safe; {@link
 * #toString()} shows no identifier.
 */
public final class OnwardCalls {
  /** The header for the transaction id, unless the partner has another one. */
  public static final String DEFAULT_HEADER = "X-Correlation-Id";

  private static final String BASE = "fhirBase";
  private static final String HEADER = "transactionIdHeader";
  private static final String FHIR_JSON = "application/fhir+json";

  /** A token of RFC 9110, section 5.6.2. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}");

  /** Visible ASCII, with blanks inside. */
  private static final Pattern HEADER_VALUE = Pattern.compile("[!-~]([ -~]{0,253}[!-~])?");

  /** FHIR's data type id. */
  private static final Pattern FHIR_ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

  /** What decides where a request goes, whose it is or where it ends. */
  private static final Set<String> NEVER =
      Set.of(
          "accept",
          "authorization",
          "connection",
          "content-length",
          "content-type",
          "cookie",
          "expect",
          "forwarded",
          "host",
          "keep-alive",
          "origin",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private final String partner;
  private final @Nullable FhirBase base;
  private final String header;
  private final @Nullable String transactionId;
  private final @Nullable String patient;

  private OnwardCalls(LaunchContext context) {
    Map<String, @Nullable Object> attributes = context.attributes();
    partner = context.partner();
    header = header(attributes);
    base = base(attributes);
    transactionId = context.transactionId().orElse(null);
    patient =
        context
            .patient()
            .flatMap(LaunchPatient::id)
            .filter(id -> FHIR_ID.matcher(id).matches() && !id.equals(".") && !id.equals(".."))
            .orElse(null);
  }

  /**
   * The calls that belong to a launch.
   *
   * @throws IllegalArgumentException when an attribute of the partner has a value that is not
   *     allowed; the message names the partner and the attribute
   */
  public static OnwardCalls of(LaunchContext context) {
    return new OnwardCalls(context);
  }

  private @Nullable FhirBase base(Map<String, @Nullable Object> attributes) {
    Object value = attributes.get(BASE);
    if (value == null) {
      return null;
    }
    return FhirBase.of(value)
        .orElseThrow(
            () ->
                wrong(
                    BASE,
                    "an absolute https URL without user, query and fragment, such as"
                        + " \"https://xis.example/fhir\"; http only for this machine itself"));
  }

  private String header(Map<String, @Nullable Object> attributes) {
    Object value = attributes.get(HEADER);
    if (value == null) {
      return DEFAULT_HEADER;
    }
    if (value instanceof String name
        && TOKEN.matcher(name).matches()
        && !NEVER.contains(name.toLowerCase(Locale.ROOT))) {
      return name;
    }
    throw wrong(
        HEADER, "the name of a header such as \"X-Request-Id\", and none that HTTP itself uses");
  }

  private IllegalArgumentException wrong(String attribute, String allowed) {
    return new IllegalArgumentException(
        "partner \"" + partner + "\": the attribute \"" + attribute + "\" must be " + allowed);
  }

  /** The address of the partner's FHIR server, without a slash at its end; empty without one. */
  public Optional<URI> fhirBase() {
    return Optional.ofNullable(base).map(FhirBase::uri);
  }

  /** The name of the header that carries the transaction id. */
  public String transactionIdHeader() {
    return header;
  }

  /**
   * A read of the patient in focus, to which more headers can be added; empty without a FHIR base,
   * without a patient, and where the patient's id is none that FHIR knows.
   *
   * @throws IllegalStateException when the transaction id cannot stand in a header
   */
  public Optional<HttpRequest.Builder> readPatient() {
    FhirBase known = base;
    if (known == null || patient == null) {
      return Optional.empty();
    }
    HttpRequest.Builder read =
        HttpRequest.newBuilder(known.below("/Patient/" + patient))
            .header("Accept", FHIR_JSON)
            .GET();
    if (transactionId != null) {
      read.header(header, headerValue(transactionId));
    }
    return Optional.of(read);
  }

  /**
   * The same request with the transaction id; as it was, where the launch has none.
   *
   * @throws IllegalArgumentException when it goes anywhere else than to the partner's FHIR base
   * @throws IllegalStateException when the transaction id cannot stand in a header
   */
  public HttpRequest withTransactionId(HttpRequest request) {
    Objects.requireNonNull(request, "request");
    FhirBase known = base;
    if (known == null || !known.holds(request.uri())) {
      throw new IllegalArgumentException(
          "the request does not go to the FHIR base of partner \"" + partner + "\"");
    }
    return transactionId == null
        ? request
        : HttpRequest.newBuilder(request, (name, value) -> !name.equalsIgnoreCase(header))
            .header(header, headerValue(transactionId))
            .build();
  }

  /** To leave it out would break the transaction, and to change it would be another one. */
  private String headerValue(String id) {
    if (!HEADER_VALUE.matcher(id).matches()) {
      throw new IllegalStateException(
          "the transaction id of a launch of partner \""
              + partner
              + "\" has characters that no header holds, or more than 255");
    }
    return id;
  }

  @Override
  public String toString() {
    return "OnwardCalls[" + partner + "]";
  }
}
