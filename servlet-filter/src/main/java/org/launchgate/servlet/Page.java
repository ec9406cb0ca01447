package org.launchgate.servlet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A page of ours before it is written, in whatever language and by whichever template.
 *
 * @param message what it says
 * @param status the HTTP status
 * @param others the words of others that stand in its text and advice
 * @param said what the application says instead of our text; empty for ours
 * @param reference what the user tells the support; null until the page has got one
 * @param retryAfterSeconds for the header Retry-After
 * @param relaunchUrl where the user starts again; empty where nobody knows
 * @param form what it asks; empty for nothing
 * @param links where it leads
 */
record Page(
    PageMessage message,
    int status,
    Map<String, String> others,
    Optional<String> said,
    @Nullable String reference,
    OptionalInt retryAfterSeconds,
    Optional<String> relaunchUrl,
    Optional<PageForm> form,
    List<PageLink> links) {
  Page {
    others = Map.copyOf(others);
    links = List.copyOf(links);
  }

  /** A page that says just that. */
  static Page of(PageMessage message, int status) {
    return new Page(
        message,
        status,
        Map.of(),
        Optional.empty(),
        null,
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  Page about(Map<String, String> words) {
    return new Page(
        message, status, words, said, reference, retryAfterSeconds, relaunchUrl, form, links);
  }

  Page under(String newReference) {
    return new Page(
        message, status, others, said, newReference, retryAfterSeconds, relaunchUrl, form, links);
  }

  Page asking(PageForm question) {
    return new Page(
        message,
        status,
        others,
        said,
        reference,
        retryAfterSeconds,
        relaunchUrl,
        Optional.of(question),
        links);
  }

  Page leadingTo(List<PageLink> places) {
    return new Page(
        message, status, others, said, reference, retryAfterSeconds, relaunchUrl, form, places);
  }

  PageKind kind() {
    return message.kind();
  }

  Words title() {
    return message.words("title");
  }

  /** What happened. */
  String textIn(Language language) {
    return said.orElseGet(() -> text().in(language));
  }

  /** What happened, as HTML. */
  String textHtmlIn(Language language) {
    return said.map(Html::escaped).orElseGet(() -> text().htmlIn(language));
  }

  private Words text() {
    return new Words(message.words("text").key(), others);
  }

  /** What the user can do next. */
  Words advice() {
    return new Words(message.words("advice").key(), others);
  }

  /** Names, addresses and secrets stand in it. */
  @Override
  public String toString() {
    return "Page[" + message + ", " + status + ", reference=" + reference + "]";
  }
}
