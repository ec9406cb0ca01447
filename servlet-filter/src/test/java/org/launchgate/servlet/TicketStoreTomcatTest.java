package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;
import static org.launchgate.spi.LaunchEvent.Kind.UNAVAILABLE;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.launchgate.LogCapture;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.TicketStore;
import org.launchgate.ticket.InMemoryTicketStore;

/** A ticket store of one's own, and one that is down, full, or holds something else. */
class TicketStoreTomcatTest {
  private final EventsHeard heard = new EventsHeard();
  private final TomcatApp app = new TomcatApp().page(Shown.PATH, Shown.PAGE);
  private final Faulty store = new Faulty();

  /** A store that works until a test says otherwise. */
  private static final class Faulty implements TicketStore {
    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();
    private volatile RuntimeException onPut;
    private volatile RuntimeException onTake;

    @Override
    public void put(String key, byte[] content, Instant expiresAt) {
      if (onPut != null) {
        throw onPut;
      }
      kept.put(key, content);
    }

    @Override
    public Optional<byte[]> take(String key) {
      if (onTake != null) {
        throw onTake;
      }
      return Optional.ofNullable(kept.remove(key));
    }
  }

  private Browser with(TicketStore supplied) {
    app.context().getServletContext().setAttribute(TicketStore.class.getName(), supplied);
    heard.in(app);
    return app.start().browser();
  }

  @AfterEach
  void close() {
    app.close();
  }

  private static String form() {
    return "token=" + Launches.patient("p1").token();
  }

  private static void assertUnavailable(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(header(answer, "Retry-After")).isEqualTo("30");
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(answer.body()).contains("Temporarily unavailable").doesNotContain("Exception");
  }

  @Test
  void suppliedStoreIsWhereLaunchesWait() {
    Browser browser = with(store);
    HttpResponse<String> hop = browser.postOnly("/launch", form());
    assertThat(store.kept).hasSize(1);
    String ticket = header(hop, "Location").replaceAll(".*=", "");

    assertThat(store.kept.keySet())
        .allSatisfy(key -> assertThat(key).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(ticket));
    assertThat(browser.follow(hop).statusCode()).isEqualTo(303);
    assertThat(store.kept).isEmpty();
  }

  /** Who reads the store gets nothing that a browser could send. */
  @Test
  void keysAndContentOfTheStoreRedeemNothing() {
    Browser browser = with(store);
    browser.postOnly("/launch", form());
    String key = store.kept.keySet().iterator().next();
    String binding = browser.cookies().values().iterator().next();
    byte[] content = store.kept.values().iterator().next();

    assertThat(new String(content, StandardCharsets.ISO_8859_1)).doesNotContain(binding, key);
    assertThat(browser.get("/launch?launch_ticket=" + key).statusCode()).isEqualTo(403);
    assertThat(app.browser().get("/launch?launch_ticket=" + key).statusCode()).isEqualTo(403);
    assertThat(store.kept).containsOnlyKeys(key);
  }

  @Test
  void fullStoreIsUnavailableAndSaidInTheLog() {
    Browser browser = with(new InMemoryTicketStore(Clock.systemUTC(), 1));
    try (LogCapture log = new LogCapture()) {
      assertUnavailable(browser.postOnly("/launch", form()));

      assertThat(log.lines("SEVERE launch unavailable"))
          .singleElement()
          .asString()
          .contains("detail=the ticket store is full: 0 launches wait to be redeemed");
    }
  }

  @Test
  void linkNeedsNoStore() {
    Browser browser = with(new InMemoryTicketStore(Clock.systemUTC(), 1));

    assertThat(browser.launch(Launches.zorgdomein().token()).statusCode()).isEqualTo(303);
  }

  @Test
  void storeThatIsDownWhenALaunchComesIsUnavailable() {
    Browser browser = with(store);
    store.onPut = new LaunchUnavailableException("the ticket database does not answer");
    try (LogCapture log = new LogCapture()) {
      assertUnavailable(browser.postOnly("/launch", form()));
      assertThat(log.all()).contains("detail=the ticket database does not answer");
    }
    app.stop();
    assertThat(heard.kinds()).containsExactly(UNAVAILABLE);
  }

  @Test
  void storeThatIsDownWhenATicketComesIsUnavailableAndTheTicketIsNotUsedUp() {
    Browser browser = with(store);
    HttpResponse<String> hop = browser.postOnly("/launch", form());
    store.onTake = new LaunchUnavailableException("the ticket database does not answer");
    assertUnavailable(browser.follow(hop));
    store.onTake = null;

    assertThat(browser.follow(hop).statusCode()).isEqualTo(303);
  }

  @Test
  void messageOfAnyOtherFailureIsNotLogged() {
    Browser browser = with(store);
    store.onPut = new IllegalStateException("Mrs Janssen's row is locked");
    try (LogCapture log = new LogCapture()) {
      assertUnavailable(browser.postOnly("/launch", form()));
      assertThat(log.all())
          .contains("the ticket store failed with java.lang.IllegalStateException")
          .doesNotContain("Janssen");
    }
  }

  @Test
  void contentThatIsNoTicketIsUnavailable() {
    Browser browser = with(store);
    HttpResponse<String> hop = browser.postOnly("/launch", form());
    for (byte[] garbage :
        new byte[][] {{}, {1}, {9, 9, 9}, "hello".getBytes(StandardCharsets.US_ASCII)}) {
      store.kept.replaceAll((key, content) -> garbage);
      String key = store.kept.keySet().iterator().next();

      assertUnavailable(browser.follow(hop));
      store.kept.put(key, garbage);
    }
  }

  @Test
  void contentThatIsCutOffAnywhereIsUnavailable() {
    Browser browser = with(store);
    HttpResponse<String> hop = browser.postOnly("/launch", form());
    String key = store.kept.keySet().iterator().next();
    byte[] whole = store.kept.get(key);
    for (int length = 1; length < whole.length; length += whole.length / 7) {
      store.kept.put(key, java.util.Arrays.copyOf(whole, length));
      assertUnavailable(browser.follow(hop));
    }
    store.kept.put(key, whole);
    assertThat(browser.follow(hop).statusCode()).isEqualTo(303);
  }

  /** One token, sent over and over, must not fill the store for everybody. */
  @Test
  void copiesOfOneLaunchTakeLittleRoom() {
    InMemoryTicketStore bounded = new InMemoryTicketStore(Clock.systemUTC(), 1_000_000);
    Browser browser = with(bounded);
    String form = form();
    assertThat(browser.postOnly("/launch", form).statusCode()).isEqualTo(303);
    for (int copy = 0; copy < CopyLimit.COPIES; copy++) {
      assertThat(browser.postOnly("/launch", form).statusCode()).isEqualTo(303);
    }

    HttpResponse<String> more = browser.postOnly("/launch", form);

    assertThat(more.statusCode()).isEqualTo(403);
    assertThat(more.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(bounded.size()).isEqualTo(1 + CopyLimit.COPIES);
    assertThat(app.browser().post("/launch", form()).statusCode()).isEqualTo(303);
  }

  @Test
  void copyBeyondTheLimitStillLeadsItsHolderThereAgainWhereItsSessionShows() {
    Browser browser = with(store);
    String form = form();
    browser.post("/launch", form);
    for (int copy = 0; copy < 2 * CopyLimit.COPIES; copy++) {
      assertThat(browser.post("/launch", form).statusCode()).isEqualTo(303);
    }
    assertThat(header(browser.postOnly("/launch", form), "Location")).isEqualTo("/app/");
  }
}
