package org.launchgate.address;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.launchgate.profile.ContextField;

/**
 * Where accepted launches lead: an address of this application, in which fields of the launch may
 * stand, such as {@code /patients/{patient.id}}.
 *
 * <p>A field is one whole segment of the path or one whole value of the query, and so is what is
 * put in its place: encoded, so that it becomes nothing else. Names, birth dates, national ids,
 * addresses, phone numbers and diagnoses are no such fields, since addresses stand in logs and
 * histories. Immutable, thread-safe.
 */
public final class TargetTemplate {
  private static final Set<ContextField> FIELDS =
      EnumSet.of(
          ContextField.USER_SYSTEM,
          ContextField.USER_VALUE,
          ContextField.ORGANIZATION_SYSTEM,
          ContextField.ORGANIZATION_VALUE,
          ContextField.RESPONSIBLE_SYSTEM,
          ContextField.RESPONSIBLE_VALUE,
          ContextField.PATIENT_ID,
          ContextField.TRANSACTION_ID,
          ContextField.TASK);

  private static final Pattern FIELD = Pattern.compile("\\{([^{}]*)}");

  /** A segment of the path that is a field. */
  static final Pattern SEGMENT = Pattern.compile("\\{[^{}]*}");

  /** A parameter of the query whose value is a field. */
  static final Pattern PARAMETER = Pattern.compile("[^{}=]+=\\{[^{}]*}");

  /** Stands for a value where it is not known yet. */
  private static final String ANY = "x";

  private final String text;
  private final List<String> texts;
  private final List<ContextField> fields;
  private final LocalAddress sample;

  private TargetTemplate(
      String text, List<String> texts, List<ContextField> fields, LocalAddress sample) {
    this.text = text;
    this.texts = List.copyOf(texts);
    this.fields = List.copyOf(fields);
    this.sample = sample;
  }

  /** What {@link #parse} takes, in words for a message. */
  public static String allowed() {
    return "a path inside the application, with a query if need be: one leading /, no //, no \\, no"
        + " scheme, no fragment, nothing but printable ASCII; a whole segment, or a whole value in"
        + " the query, may be "
        + FIELDS.stream()
            .map(field -> "{" + field.path() + "}")
            .sorted()
            .collect(Collectors.joining(", "));
  }

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException that says what is allowed, and not what was found
   */
  public static TargetTemplate parse(String text) {
    return read(text).orElseThrow(() -> new IllegalArgumentException("must be " + allowed()));
  }

  private static Optional<TargetTemplate> read(String text) {
    List<String> texts = new ArrayList<>();
    List<ContextField> fields = new ArrayList<>();
    Matcher field = FIELD.matcher(text);
    int end = 0;
    while (field.find()) {
      Optional<ContextField> known = ContextField.ofPath(field.group(1)).filter(FIELDS::contains);
      if (known.isEmpty()) {
        return Optional.empty();
      }
      fields.add(known.get());
      texts.add(text.substring(end, field.start()));
      end = field.end();
    }
    texts.add(text.substring(end));
    return hasFieldsInPlaceOnly(text)
        ? LocalAddress.of(String.join(ANY, texts))
            .map(sample -> new TargetTemplate(text, texts, fields, sample))
        : Optional.empty();
  }

  private static boolean hasFieldsInPlaceOnly(String text) {
    String[] halves = text.split("\\?", 2);
    return isEach(halves[0], "/", SEGMENT)
        && (halves.length == 1 || isEach(halves[1], "&", PARAMETER));
  }

  /** Whether each part with a brace is of the one form in which a field may stand. */
  private static boolean isEach(String text, String separator, Pattern withField) {
    for (String part : text.split(separator, -1)) {
      if ((part.contains("{") || part.contains("}")) && !withField.matcher(part).matches()) {
        return false;
      }
    }
    return true;
  }

  /** The template as it was written. */
  public String text() {
    return text;
  }

  /** The fields of a launch that it needs; empty for an address that is always the same. */
  public Set<ContextField> fields() {
    return Set.copyOf(fields);
  }

  /** The address with some value in each place, to see where it leads. */
  public LocalAddress sample() {
    return sample;
  }

  /**
   * The address for one launch.
   *
   * @param values what the launch has in each field
   */
  public Filling fill(Function<ContextField, Optional<String>> values) {
    StringBuilder filled = new StringBuilder(texts.get(0));
    for (int i = 0; i < fields.size(); i++) {
      ContextField field = fields.get(i);
      Optional<String> value = values.apply(field);
      if (value.isEmpty()) {
        return new Filling.Missing(field);
      }
      Optional<String> encoded = value.flatMap(EncodedValue::of);
      if (encoded.isEmpty()) {
        return new Filling.Unfit(field);
      }
      filled.append(encoded.get()).append(texts.get(i + 1));
    }
    // A value may still be read as more than one by who decodes twice, such as "..;".
    return LocalAddress.of(filled.toString())
        .<Filling>map(Filling.Filled::new)
        .orElseGet(() -> new Filling.Unfit(fields.get(0)));
  }

  /**
   * Whether an address has another value than the launch in a place where this template has one of
   * its fields: behind the same beginning of the path, or in the query under the same name.
   *
   * @param values what the launch has in each field
   */
  public boolean contradicts(
      LocalAddress address, Function<ContextField, Optional<String>> values) {
    return new Contradiction(text, sample, values).isIn(address);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TargetTemplate template && text.equals(template.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
