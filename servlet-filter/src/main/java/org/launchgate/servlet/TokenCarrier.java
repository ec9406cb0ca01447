package org.launchgate.servlet;

import static org.launchgate.RefusalReason.REQUEST_MALFORMED;
import static org.launchgate.RefusalReason.TOKEN_AMBIGUOUS;
import static org.launchgate.RefusalReason.TOKEN_MISSING;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.launchgate.Arrival;
import org.launchgate.profile.Carrier;
import org.launchgate.profile.Channel;

/**
 * Finds the one token of a request where the partners' profiles send theirs.
 *
 * <p>One token exactly (checklist row 1), over all fields that carry tokens, in query and body
 * together: with two it would depend on the reader which of them counts. A field that is there with
 * an empty value counts as one of them.
 */
final class TokenCarrier {
  private final Set<String> fields;
  private final Set<Channel> channels;

  TokenCarrier(Set<Carrier> carriers) {
    this.fields =
        carriers.stream()
            .map(Carrier::field)
            .filter(field -> !field.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    this.channels =
        carriers.stream()
            .flatMap(carrier -> carrier.channels().stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The names of the fields that may hold a token. */
  Set<String> fields() {
    return fields;
  }

  /** The names of the fields that a form may hold for us. */
  Set<String> formFields() {
    Set<String> all = new TreeSet<>(fields);
    all.add(LaunchTicket.FIELD);
    return all;
  }

  /** Whether any token travels in that way. */
  boolean takes(Channel channel) {
    return channels.contains(channel);
  }

  /** The token of a GET request. */
  Finding inQuery(@Nullable String query) {
    return FormFields.ofQuery(query)
        .map(found -> single(inFields(found, Arrival::query), tickets(found)))
        .orElseGet(TokenCarrier::unreadableQuery);
  }

  /** The token of a POST request that carries it in a form. */
  Finding inForm(@Nullable String query, FormFields form) {
    return inPost(query, inFields(form, Arrival::form), tickets(form));
  }

  /** The token of a POST request that carries it in a JSON object. */
  Finding inJson(@Nullable String query, Map<String, @Nullable Object> members) {
    List<String> present = fields.stream().filter(members::containsKey).toList();
    if (present.stream().anyMatch(field -> !(members.get(field) instanceof String))) {
      return Finding.none(REQUEST_MALFORMED, "expected the token to be a JSON text");
    }
    return inPost(
        query,
        present.stream()
            .map(
                field -> new Finding.Token(String.valueOf(members.get(field)), Arrival.json(field)))
            .toList(),
        List.of());
  }

  /** The token of a POST request whose body is nothing else. */
  Finding inBody(@Nullable String query, byte[] body) {
    // What is no ASCII becomes a character that no token holds.
    String text = new String(body, StandardCharsets.US_ASCII);
    return inPost(query, List.of(new Finding.Token(text, Arrival.body())), List.of());
  }

  private Finding inPost(
      @Nullable String query, List<Finding.Token> inBody, List<LaunchTicket> tickets) {
    return FormFields.ofQuery(query)
        .map(found -> inPost(found, inBody, tickets))
        .orElseGet(TokenCarrier::unreadableQuery);
  }

  private Finding inPost(FormFields query, List<Finding.Token> inBody, List<LaunchTicket> tickets) {
    List<Finding.Token> tokensInQuery = inFields(query, Arrival::query);
    List<LaunchTicket> ticketsInQuery = tickets(query);
    if (inBody.isEmpty()
        && tickets.isEmpty()
        && !(tokensInQuery.isEmpty() && ticketsInQuery.isEmpty())) {
      return Finding.none(
          REQUEST_MALFORMED,
          "a POST carries its token or ticket in the body, this one in the query");
    }
    return single(joined(tokensInQuery, inBody), joined(ticketsInQuery, tickets));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static List<LaunchTicket> tickets(FormFields where) {
    return where.values(LaunchTicket.FIELD).stream().map(LaunchTicket::new).toList();
  }

  private List<Finding.Token> inFields(FormFields where, Function<String, Arrival> arrival) {
    return fields.stream()
        .flatMap(
            name ->
                where.values(name).stream()
                    .map(value -> new Finding.Token(value, arrival.apply(name))))
        .toList();
  }

  private Finding single(List<Finding.Token> found, List<LaunchTicket> tickets) {
    if (tickets.size() > 1 || (!tickets.isEmpty() && !found.isEmpty())) {
      return Finding.none(
          TOKEN_AMBIGUOUS,
          "expected one token or one ticket, found "
              + found.size()
              + " and "
              + tickets.size()
              + " of them");
    }
    return tickets.isEmpty() ? single(found) : new Finding.Ticket(tickets.get(0));
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
        ? Finding.none(TOKEN_MISSING, "where the token should be, there is an empty text")
        : found.get(0);
  }

  private static Finding unreadableQuery() {
    return Finding.none(REQUEST_MALFORMED, "the query is no strict percent-encoded UTF-8");
  }
}
