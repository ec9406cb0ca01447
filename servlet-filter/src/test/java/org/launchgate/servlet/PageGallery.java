package org.launchgate.servlet;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.launchgate.RefusalReason;

/** Every built-in page as somebody sees it, about made-up people, also for a browser's tests. */
public final class PageGallery {
  private static final String REFERENCE = "K7M2QWXY34";
  private static final String HOME = "/portal/";
  private static final String RELAUNCH = "https://xis.example/start";

  private PageGallery() {}

  /** The names of the pages. */
  public static Set<String> names() {
    return all().keySet();
  }

  /** The tags of the languages. */
  public static List<String> languages() {
    return Arrays.stream(Language.values()).map(Language::tag).toList();
  }

  /** A page in a language. */
  public static String html(String name, String language) {
    return HtmlPage.of(page(name), Language.of(language).orElseThrow());
  }

  /** Its content security policy. */
  public static String policy(String name) {
    return HtmlPage.policy(page(name));
  }

  private static Page page(String name) {
    return Optional.ofNullable(all().get(name)).orElseThrow();
  }

  /** One page for each message. */
  static Map<String, Page> all() {
    Map<String, Page> all = new LinkedHashMap<>();
    for (PageMessage message : PageMessage.values()) {
      all.put(message.label(), of(message).under(REFERENCE));
    }
    return all;
  }

  private static Page of(PageMessage message) {
    return switch (message) {
      case OTHER_USER ->
          LaunchPages.otherUser(
              "Ann Verzonnen",
              "Bob Bedacht",
              new LaunchPages.Target("/portal/launch", "launch_ticket", "T", Set.of()),
              HOME);
      case CHOICE -> choice();
      case LINK -> LinkPages.link(identities(), "/portal/launch", "launch_ticket", "T");
      case LINK_LOGIN ->
          LinkPages.logIn(
              identities(),
              new LaunchPages.Target("/portal/launch", "launch_ticket", "T", Set.of()),
              HOME);
      case HOP -> LaunchPages.hop("/portal/launch?launch_ticket=T");
      case STALE_WINDOW, SESSION_ENDED, LOGIN_REQUIRED ->
          refusal(message).leadingTo(Optional.of(RELAUNCH)).page(null);
      case CLOSED, LOGGED_OUT -> Page.of(message, 200);
      default -> refusal(message).page(null);
    };
  }

  private static RefusalResponse refusal(PageMessage message) {
    return List.of(
            RefusalResponse.of(RefusalReason.SIGNATURE_INVALID),
            RefusalResponse.of(RefusalReason.TOKEN_TOO_LARGE),
            RefusalResponse.of(RefusalReason.MEDIA_TYPE_NOT_SUPPORTED),
            RefusalResponse.logoutDenied(),
            RefusalResponse.unavailable(),
            RefusalResponse.launchAgain(),
            RefusalResponse.cookiesBlocked(),
            RefusalResponse.staleWindow(),
            RefusalResponse.unnamedWindow(),
            RefusalResponse.noWindow(),
            RefusalResponse.sessionEnded(),
            RefusalResponse.of(RefusalReason.ACCOUNT_UNKNOWN),
            RefusalResponse.of(RefusalReason.ACCOUNT_NOT_LINKED),
            RefusalResponse.of(RefusalReason.ACCOUNT_LINKED_OTHERWISE),
            RefusalResponse.of(RefusalReason.PARTNER_REPORT_ONLY),
            RefusalResponse.loginRequired())
        .stream()
        .filter(response -> response.message() == message)
        .findAny()
        .orElseThrow();
  }

  private static LinkPages.Identities identities() {
    return new LinkPages.Identities("Demo XIS", "Dr. Bob Bedacht", "b.bedacht");
  }

  private static Page choice() {
    return Page.of(PageMessage.CHOICE, 409)
        .leadingTo(
            List.of(
                patient("patientBorn", Map.of("name", "Anna Proefpersoon", "date", "1969-11-13")),
                patient("patient", Map.of("name", "Bram Proefpersoon-van den Verzonnenenhof")),
                patient("numberedBorn", Map.of("id", "456-789", "date", "2001-02-03")),
                patient("numbered", Map.of("id", "0b7d2c1e-52f0-4c1f-9a3e-6d1f0c7e4b12")),
                patient("namelessBorn", Map.of("date", "1980-01-31")),
                patient("nameless", Map.of()),
                patient("none", Map.of("partner", "demo-xis"))));
  }

  private static PageLink patient(String part, Map<String, String> others) {
    return new PageLink(
        "/portal/dossier?_lw=AAAAAAAAAAAAAAAA",
        new Words(PageMessage.CHOICE.words(part).key(), others));
  }
}
