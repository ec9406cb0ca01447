package org.launchgate.servlet;

import static org.launchgate.RefusalReason.REQUEST_MALFORMED;
import static org.launchgate.RefusalReason.TOKEN_AMBIGUOUS;
import static org.launchgate.RefusalReason.TOKEN_MISSING;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.launchgate.Arrival;

/**
 * Finds the one token of a request in the fields in which the partners' profiles send theirs.
 *
 * <p>One token exactly (checklist row 1), over all those fields, in query and form together: with
 * two it would depend on the reader which of them counts. A field that is there with an empty value
 * counts as one of them.
 */
final class TokenCarrier {
  private final Set<String> fields;

  TokenCarrier(Set<String> fields) {
    this.fields = new TreeSet<>(fields);
  }

  /** The names of the fields that may hold a token. */
  Set<String> fields() {
    return fields;
  }

  /** The token of a GET request. */
  Finding inQuery(@Nullable String query) {
    return FormFields.ofQuery(query)
        .map(fields -> single(found(fields, true).toList()))
        .orElseGet(TokenCarrier::unreadableQuery);
  }

  /** The token of a POST request, which carries it in its form. */
  Finding inForm(@Nullable String query, FormFields form) {
    return FormFields.ofQuery(query)
        .map(fields -> inForm(fields, form))
        .orElseGet(TokenCarrier::unreadableQuery);
  }

  private Finding inForm(FormFields query, FormFields form) {
    List<Finding.Token> inQuery = found(query, true).toList();
    List<Finding.Token> inForm = found(form, false).toList();
    if (inForm.isEmpty() && !inQuery.isEmpty()) {
      return Finding.none(
          REQUEST_MALFORMED, "a POST carries its token in the form, this one in the query");
    }
    return single(Stream.concat(inQuery.stream(), inForm.stream()).toList());
  }

  private Stream<Finding.Token> found(FormFields where, boolean query) {
    return fields.stream()
        .flatMap(
            name ->
                where.values(name).stream()
                    .map(
                        value ->
                            new Finding.Token(
                                value, query ? Arrival.query(name) : Arrival.form(name))));
  }

  private Finding single(List<Finding.Token> found) {
    if (found.size() > 1) {
      return Finding.none(
          TOKEN_AMBIGUOUS,
          "expected one of the fields " + fields + " once, found " + found.size() + " of them");
    }
    if (found.isEmpty()) {
      return Finding.none(TOKEN_MISSING, "expected one of the fields " + fields + ", found none");
    }
    return found.get(0).compact().isEmpty()
        ? Finding.none(TOKEN_MISSING, "the field " + found.get(0).arrival().field() + " is empty")
        : found.get(0);
  }

  private static Finding unreadableQuery() {
    return Finding.none(REQUEST_MALFORMED, "the query is no strict percent-encoded UTF-8");
  }
}
