package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.launchgate.LaunchContext;
import org.launchgate.Refusal;
import org.launchgate.RefusalReason;

/** Tells log and browser what became of a launch. */
final class LaunchAnswer {
  private final Targets targets;
  private final DeepLinks links;
  private final TicketUrls urls;
  private final TicketCookies cookies;
  private final LinkCookie link;
  private final Optional<TargetUrl> login;
  private final RelaunchCookie relaunch;
  private final ScriptAccess scripts;
  private final RefusalAnswer refusals;
  private final PageAnswer pages;
  private final LaunchLog log;
  private final boolean windowInTarget;

  /**
   * Answers.
   *
   * @param login where a user logs in by the application's own means; empty where nobody is sent
   * @param windowInTarget whether the first page's address names the window
   */
  LaunchAnswer(
      Targets targets,
      DeepLinks links,
      TicketUrls urls,
      TicketCookies cookies,
      LinkCookie link,
      Optional<TargetUrl> login,
      RelaunchCookie relaunch,
      ScriptAccess scripts,
      RefusalAnswer refusals,
      PageAnswer pages,
      LaunchLog log,
      boolean windowInTarget) {
    this.targets = targets;
    this.links = links;
    this.urls = urls;
    this.cookies = cookies;
    this.link = link;
    this.login = login;
    this.relaunch = relaunch;
    this.scripts = scripts;
    this.refusals = refusals;
    this.pages = pages;
    this.log = log;
    this.windowInTarget = windowInTarget;
  }

  void send(HttpServletRequest request, HttpServletResponse response, Received received)
      throws IOException {
    LaunchDecision decision = received.decision();
    String reference = received.visit().reference();
    if (decision instanceof LaunchDecision.Enter enter) {
      log.accepted(reference, enter.context());
      relaunch.remember(request, response, enter.context().partner());
      links.forget(request, response);
      seeTarget(request, response, enter.entry().window(), enter.ticket());
    } else if (decision instanceof LaunchDecision.EnterAgain again) {
      log.repeated(reference, again.context());
      seeTarget(request, response, again.window(), again.ticket());
    } else if (decision instanceof LaunchDecision.Hop hop) {
      log.parked(reference, hop.launch());
      hop(request, response, hop.parked(), reference);
    } else if (decision instanceof LaunchDecision.Hand hand) {
      log.handed(reference, hand.context());
      scripts.open(request, response, Optional.of(hand.context().partner()));
      String url = urls.absolute(request, hand.parked().ticket());
      HttpAnswer.json(response, "{\"url\":\"" + url + "\"}");
    } else if (decision instanceof LaunchDecision.Ask ask) {
      log.asked(reference, ask.context());
      cookies.set(request, response, ask.parked(), LaunchTickets.ANSWER_LIFETIME);
      Set<String> framedBy = scripts.framing(ask.context().partner());
      pages.show(
          request,
          response,
          LaunchPages.otherUser(ask, urls.answers(), targets.home(), framedBy).under(reference));
    } else if (decision instanceof LaunchDecision.Linked linked) {
      log.linked(reference, linked.context());
      link.clear(request, response);
      send(request, response, new Received(linked.then(), received.visit()));
    } else if (decision instanceof LaunchDecision.WaitsNoMore gone) {
      link.clear(request, response);
      send(request, response, new Received(gone.then(), received.visit()));
    } else if (!isFirstVisit(request, response, decision, reference)) {
      sendNo(request, response, received, reference);
    }
  }

  private boolean isFirstVisit(
      HttpServletRequest request,
      HttpServletResponse response,
      LaunchDecision decision,
      String reference)
      throws IOException {
    if (decision instanceof LaunchDecision.LogIn visit) {
      log.sentToLogIn(reference, visit.context());
      link.set(request, response, visit.ticket(), visit.left());
      see(response, login.orElseThrow().location());
    } else if (decision instanceof LaunchDecision.AskLogIn ask) {
      log.asked(reference, ask.context());
      cookies.set(request, response, ask.parked(), LaunchTickets.ANSWER_LIFETIME);
      LaunchPages.Target yes =
          new LaunchPages.Target(
              urls.answers(),
              LaunchTicket.FIELD,
              ask.parked().ticket().value(),
              scripts.framing(ask.context().partner()));
      pages.show(
          request,
          response,
          LinkPages.logIn(both(ask.context(), ask.here()), yes, targets.home()).under(reference));
    } else if (decision instanceof LaunchDecision.AskLink ask) {
      log.askedToLink(reference, ask.context());
      link.set(request, response, ask.ticket(), ask.left());
      LinkConsent consent = ask.consent();
      pages.show(
          request,
          response,
          LinkPages.link(
                  both(ask.context(), consent.account()),
                  urls.link(),
                  AccountLinking.FIELD,
                  consent.token())
              .under(reference));
    } else if (decision instanceof LaunchDecision.AskLinkAgain) {
      see(response, urls.link());
    } else {
      return false;
    }
    return true;
  }

  private static LinkPages.Identities both(LaunchContext context, String account) {
    return new LinkPages.Identities(context.partner(), LaunchPages.identity(context), account);
  }

  private void sendNo(
      HttpServletRequest request, HttpServletResponse response, Received received, String reference)
      throws IOException {
    LaunchDecision decision = received.decision();
    if (decision instanceof LaunchDecision.Refuse refuse) {
      if (AccountLinking.isAsked(request) && LinkCookie.of(request).isPresent()) {
        link.clear(request, response); // nothing waits there any more
      }
      Refusal refusal = refuse.refusal();
      log.refused(reference, refusal, received.visit().claimedPartner(), request.getRemoteAddr());
      if (ScriptLaunch.is(request)) {
        scripts.open(request, response, refusal.isSigned() ? refusal.partner() : Optional.empty());
      }
      refusals.send(request, response, response(request, refusal.reason()), reference);
    } else if (decision instanceof LaunchDecision.HandlerRefuses handler) {
      log.refusedByHandler(reference, handler, request.getRemoteAddr());
      refusals.send(
          request,
          response,
          RefusalResponse.denied().saying(handler.decision().publicText()),
          reference);
    } else if (decision instanceof LaunchDecision.UsedElsewhere used) {
      log.usedElsewhere(reference, used.launch(), request.getRemoteAddr());
      refusals.send(request, response, RefusalResponse.of(RefusalReason.REPLAYED), reference);
    } else if (decision instanceof LaunchDecision.LaunchAgain again) {
      log.launchAgain(reference, again.cause(), request.getRemoteAddr());
      if (ScriptLaunch.is(request)) {
        scripts.open(request, response, Optional.of(again.cause().partner()));
      }
      refusals.send(request, response, RefusalResponse.launchAgain(), reference);
    } else if (decision instanceof LaunchDecision.Unavailable unavailable) {
      log.unavailable(reference, unavailable.failure(), request.getRemoteAddr());
      refusals.send(request, response, RefusalResponse.unavailable(), reference);
    }
  }

  /** Who blocks cookies would get no further by launching again, whatever became of the ticket. */
  private static RefusalResponse response(HttpServletRequest request, RefusalReason reason) {
    return reason == RefusalReason.TICKET_NOT_VALID && TicketCookies.areBlocked(request)
        ? RefusalResponse.cookiesBlocked()
        : RefusalResponse.of(reason);
  }

  /** Where the browser keeps the cookie to this site, a page of this site has to send it on. */
  private void hop(
      HttpServletRequest request,
      HttpServletResponse response,
      LaunchTickets.Parked parked,
      String reference)
      throws IOException {
    boolean strict = cookies.set(request, response, parked, LaunchTickets.LIFETIME);
    String url = urls.local(parked.ticket());
    if (strict) {
      pages.show(request, response, LaunchPages.hop(url).under(reference));
    } else {
      see(response, url);
    }
  }

  private void seeTarget(
      HttpServletRequest request,
      HttpServletResponse response,
      LaunchWindow window,
      @Nullable LaunchTicket ticket) {
    cookies.watch(response);
    if (ticket != null) {
      cookies.clear(request, response, ticket);
    }
    String location = targets.location(window);
    see(response, windowInTarget ? WindowUrl.with(location, window.id()) : location);
  }

  /** The header set by hand: sendRedirect might add a session id, or answer 302. */
  private static void see(HttpServletResponse response, String location) {
    response.setHeader("Location", location);
    HttpAnswer.empty(response, HttpServletResponse.SC_SEE_OTHER);
  }
}
