package org.launchgate.servlet;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.launchgate.Arrival;
import org.launchgate.LaunchVerifier;
import org.launchgate.LogCapture;
import org.launchgate.ParkedLaunch;
import org.launchgate.ReachableObjects;
import org.launchgate.TokenPieces;
import org.launchgate.Verdict;
import org.launchgate.observability.AuditEventWriter;
import org.launchgate.observability.LaunchMetrics;
import org.launchgate.partner.PartnersFile;
import org.launchgate.spi.LaunchEvent;
import org.launchgate.spi.LaunchListener;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.PartnerHints;

/**
 * One application with every listener, and an ear for all that is said while it runs: its answers,
 * every log, records, figures, and the {@code toString} of each object of ours that it holds or
 * hands out.
 */
final class PrivacyStage {

  /**
   * Something that was said.
   *
   * @param source by whom
   * @param text what
   * @param record whether it is an audit record, in which identifiers may stand
   */
  record Said(String source, String text, boolean record) {}

  private static final Pattern TICKET = Pattern.compile("(/launch\\?launch_ticket=[\\w-]{43})");

  private final List<Said> said = new CopyOnWriteArrayList<>();
  private final TokenPieces tokens = new TokenPieces();
  private final List<Object> handedOut = new CopyOnWriteArrayList<>();
  private final Set<Class<?>> shown = Collections.newSetFromMap(new IdentityHashMap<>());
  private final EventsHeard heard = new EventsHeard();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final PrivacyCase played;
  private final Deque<TomcatApp> apps = new ArrayDeque<>();

  private PrivacyStage(PrivacyCase played) {
    this.played = played;
  }

  /** Plays one case from the start of its application to the end. */
  static PrivacyStage play(PrivacyCase played) throws Exception {
    PrivacyStage stage = new PrivacyStage(played);
    try (LogCapture log = LogCapture.ofEverything()) {
      stage.open(new TomcatApp());
      try {
        played.act().on(stage);
        stage.look();
      } finally {
        stage.close();
      }
      stage.hear(log);
    }
    stage.hearEvents();
    return stage;
  }

  private void open(TomcatApp fresh) {
    TomcatApp app = fresh;
    apps.push(app);
    app.file("WEB-INF/partners.json", CanaryPartners.file()).param("logoutPath", "/bye");
    List<LaunchListener> listeners =
        new ArrayList<>(
            List.of(
                heard,
                new LaunchMetrics(meters),
                new AuditEventWriter("test", event -> said.add(new Said("FHIR", event, true)))));
    played.setting().apply(app, listeners);
    app.context().getServletContext().setAttribute(LaunchListener.class.getName(), listeners);
    app.launchFilter(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR)
        .filter(this::seeRequest)
        .page("/peek", (request, response) -> {})
        .start();
  }

  /** Stops in order, and starts the same application once more. */
  void restart() {
    look();
    stop();
    open(app().next());
  }

  /** Starts the same application once more beside the old one, as after a crash of that. */
  void restartAfterACrash() {
    look();
    open(app().next());
  }

  private void stop() {
    app().stop();
    app().handedOn().forEach(file -> say("file", contentOf(file)));
  }

  private void close() {
    stop();
    apps.forEach(TomcatApp::close);
  }

  private static String contentOf(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  TomcatApp app() {
    return apps.element();
  }

  /** A token of which nothing may be said, although it is sent by hand. */
  String secret(String token) {
    tokens.add(token);
    return token;
  }

  /** Sends a token from a new browser, and has it verified by hand as well. */
  HttpResponse<String> launch(String token, Arrival arrival, String... headers) {
    return launch(app().browser(), token, arrival, headers);
  }

  HttpResponse<String> launch(Browser browser, String token, Arrival arrival, String... headers) {
    tokens.add(token);
    verify(token, arrival);
    HttpResponse<String> answer = hear(send(browser, token, arrival, headers));
    browser.get("/peek");
    return answer;
  }

  private HttpResponse<String> send(
      Browser browser, String token, Arrival arrival, String... headers) {
    String path = "/launch" + arrival.partner().map(id -> "/" + id).orElse("");
    return switch (arrival.channel()) {
      case QUERY ->
          browser.get(path + "?" + arrival.field() + "=" + Browser.encoded(token), headers);
      case FORM -> {
        String form = arrival.field() + "=" + Browser.encoded(token);
        yield redeem(browser, browser.postOnly(path, form, headers), headers);
      }
      case JSON -> {
        String json = "{\"" + arrival.field() + "\":\"" + token + "\"}";
        yield redeem(browser, post(browser, path, "application/json", json));
      }
      case BODY -> redeem(browser, post(browser, path, "application/jwt", token));
    };
  }

  private static HttpResponse<String> post(Browser browser, String path, String type, String body) {
    return browser.send("POST", path, BodyPublishers.ofString(body), "Content-Type", type);
  }

  /** Notes an answer, and goes where its ticket leads; one without a ticket is what it is. */
  HttpResponse<String> redeem(Browser browser, HttpResponse<String> answer, String... headers) {
    Matcher ticket = TICKET.matcher(Browser.header(answer, "Location") + " " + answer.body());
    if (!ticket.find()) {
      return answer;
    }
    hear(answer);
    return browser.get(ticket.group(1), headers);
  }

  /** Notes an answer, without what its browser needs of it; nothing else may say that. */
  HttpResponse<String> hear(HttpResponse<String> answer) {
    HeardAnswer heardAnswer = HeardAnswer.of(answer);
    heardAnswer.secrets().forEach(tokens::add);
    say("answer", heardAnswer.rest());
    return answer;
  }

  /** Has something looked at that an application makes or is given. */
  <T> T handOut(T object) {
    handedOut.add(object);
    return object;
  }

  private void say(String source, String text) {
    said.add(new Said(source, text, false));
  }

  /** What a caller of the verifier is told, in a memory of its own, at the second time as well. */
  private void verify(String token, Arrival arrival) {
    for (PartnersFile partners : reachable(PartnersFile.class)) {
      LaunchVerifier verifier =
          LaunchVerifier.builder()
              .partners(hints -> partners.find(handedOut(hints)))
              .decryptionKeys(partners.current().decryptionKeys())
              .build();
      handedOut.add(arrival);
      try {
        tell(verifier.verify(token, arrival));
        tell(verifier.verify(token, arrival));
      } catch (LaunchUnavailableException e) {
        say("exception", e.toString());
      }
    }
  }

  private void tell(Verdict verdict) {
    handedOut.add(verdict);
    handedOut.add(parked(verdict));
    if (verdict instanceof Verdict.Refused refused) {
      say("refusal", refused.refusal().detail());
    }
  }

  private static Optional<ParkedLaunch> parked(Verdict verdict) {
    return verdict instanceof Verdict.Accepted accepted
        ? Optional.of(ParkedLaunch.of(accepted))
        : ParkedLaunch.of((Verdict.Refused) verdict);
  }

  private PartnerHints handedOut(PartnerHints hints) {
    handedOut.add(hints);
    return hints;
  }

  private <T> List<T> reachable(Class<T> type) {
    return ReachableObjects.from(filters()).stream()
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private List<?> filters() {
    return Arrays.stream(app().context().findFilterDefs())
        .map(definition -> definition.getFilter())
        .toList();
  }

  /** Takes along what a request of the application is given. */
  private void seeRequest(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    HttpSession session = http.getSession(false);
    handedOut.add(String.valueOf(http.getUserPrincipal()));
    Collections.list(request.getAttributeNames())
        .forEach(name -> handedOut.add(request.getAttribute(name)));
    if (session != null) {
      Collections.list(session.getAttributeNames())
          .forEach(name -> handedOut.add(session.getAttribute(name)));
    }
    chain.doFilter(request, response);
  }

  /** Looks at what is there while the application runs: figures and objects. */
  void look() {
    lookAtFigures();
    List<Object> roots = new ArrayList<>(handedOut);
    roots.addAll(filters());
    roots.addAll(heard.all());
    for (Object object : ReachableObjects.from(roots)) {
      shown.add(object.getClass());
      say("toString of " + object.getClass().getName(), object.toString());
    }
  }

  private void lookAtFigures() {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    try {
      for (ObjectName name : server.queryNames(new ObjectName("org.launchgate*:*"), null)) {
        say("JMX", name.getCanonicalName());
        for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
          String value = String.valueOf(server.getAttribute(name, attribute.getName()));
          say("JMX " + attribute.getName(), value);
        }
        for (var operation : server.getMBeanInfo(name).getOperations()) {
          throw new AssertionError("an operation that nobody calls here: " + operation);
        }
      }
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What both ends print of a request while they are debugged is not ours to mend. */
  private static boolean isOfBrowserOrContainer(LogCapture.Line line) {
    return line.level().intValue() < Level.INFO.intValue()
        && (line.logger().startsWith("org.apache.") || line.logger().startsWith("jdk.internal."));
  }

  private void hear(LogCapture log) {
    log.lines().stream()
        .filter(line -> !isOfBrowserOrContainer(line))
        .forEach(
            line ->
                said.add(
                    new Said(
                        "log " + line.logger(),
                        line.text(),
                        line.logger().equals(LogCapture.AUDIT))));
  }

  private void hearEvents() {
    heard.all().forEach(event -> say("toString of an event", event.toString()));
    meters.getMeters().forEach(meter -> say("meter", meter.getId().toString()));
  }

  /** What became of the launches and sessions: reasons of refusals, else kinds of events. */
  Set<String> results() {
    Set<String> results = new TreeSet<>();
    for (LaunchEvent event : heard.all()) {
      results.add(event.reason().orElse(event.kind().name().toLowerCase(Locale.ROOT)));
    }
    return results;
  }

  List<Said> said() {
    return said;
  }

  TokenPieces tokens() {
    return tokens;
  }

  /** The types of which a {@code toString} was heard. */
  Set<Class<?>> shown() {
    return shown;
  }
}
