package org.launchgate.observability;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Consumer;
import org.launchgate.spi.LaunchEvent;
import org.launchgate.spi.LaunchListener;

/**
 * Writes each event as a FHIR R4 AuditEvent in JSON, and gives it to whoever keeps them: one
 * resource a call, on one line.
 *
 * <p>An event of a token with an id is of IHE's Basic Audit Log Pattern {@code
 * OAUTHaccessTokenUse.Minimal} (ITI BALP 1.1.3); the others have no profile, since that one demands
 * the id. What stands where is in {@code docs/audit-and-metrics.md}. Thread-safe as long as the
 * receiver is; what the receiver throws is logged by the filter and loses that one record.
 */
public final class AuditEventWriter implements LaunchListener {
  private final JsonFactory factory = new JsonFactory();
  private final String observer;
  private final Consumer<String> receiver;

  /**
   * A writer.
   *
   * @param observer the name of this application and deployment, which every record carries as its
   *     source
   * @param receiver gets each resource, such as a FHIR client or a queue of one's own
   * @throws IllegalArgumentException when the name is blank
   */
  public AuditEventWriter(String observer, Consumer<String> receiver) {
    if (observer.isBlank()) {
      throw new IllegalArgumentException("observer is blank; it names what records the events");
    }
    this.observer = observer;
    this.receiver = Objects.requireNonNull(receiver, "receiver");
  }

  /**
   * A writer of lines (NDJSON), each written and ended as one step for others who write there.
   *
   * @param observer as above
   * @param lines where they go; flushing and closing it stays the caller's
   */
  public static AuditEventWriter toLines(String observer, Appendable lines) {
    return new AuditEventWriter(
        observer,
        resource -> {
          try {
            lines.append(resource + "\n");
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @Override
  public void on(LaunchEvent event) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = factory.createGenerator(text)) {
      new AuditEventJson(json, event).write(observer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    receiver.accept(text.toString());
  }
}
