package org.launchgate.jaspic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.callback.GroupPrincipalCallback;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.launchgate.LaunchPrincipal;
import org.launchgate.servlet.LaunchAuthenticator;

/** What the module says to a container, call by call. */
class LaunchServerAuthModuleTest {
  private static final String REGISTER = "jakarta.servlet.http.registerSession";
  private static final String MANDATORY = "jakarta.security.auth.message.MessagePolicy.isMandatory";

  private final FakeServer server = new FakeServer();
  private final LaunchAuthenticator authenticator = server.authenticator();
  private final LaunchServerAuthModule module = new LaunchServerAuthModule(authenticator);
  private final Subject client = new Subject();
  private final List<List<Callback>> handled = new ArrayList<>();
  private final CallbackHandler handler = callbacks -> handled.add(Arrays.asList(callbacks));

  @BeforeEach
  void initialise() throws AuthException {
    module.initialize(null, null, handler, null);
  }

  @AfterEach
  void close() {
    authenticator.close();
  }

  private AuthStatus validate(MessageInfo message) throws AuthException {
    handled.clear();
    return module.validateRequest(message, client, null);
  }

  private AuthStatus launch() throws AuthException {
    return validate(
        server.message("GET", "/launch", "token=" + Visitor.encoded(Visitor.zorgdomein().token())));
  }

  private MessageInfo protectedPage() {
    MessageInfo message = server.message("GET", "/page", null);
    server.properties.put(MANDATORY, "true");
    return message;
  }

  private String body() {
    return server.body.toString(StandardCharsets.UTF_8);
  }

  @Test
  void userAndRolesAreToldInOneGo() throws AuthException {
    assertThat(launch()).isEqualTo(AuthStatus.SEND_FAILURE);
    assertThat(handled).isEmpty();

    assertThat(validate(protectedPage())).isEqualTo(AuthStatus.SUCCESS);

    assertThat(handled).hasSize(1);
    CallerPrincipalCallback caller = (CallerPrincipalCallback) handled.get(0).get(0);
    GroupPrincipalCallback groups = (GroupPrincipalCallback) handled.get(0).get(1);
    assertThat(caller.getPrincipal()).isInstanceOf(LaunchPrincipal.class);
    assertThat(caller.getSubject()).isSameAs(client);
    assertThat(groups.getGroups()).containsExactly("practitioner");
    assertThat(groups.getSubject()).isSameAs(client);
  }

  @Test
  void principalIsTheSameObjectEachTime() throws AuthException {
    launch();
    validate(server.message("GET", "/page", null));
    Principal first = ((CallerPrincipalCallback) handled.get(0).get(0)).getPrincipal();

    validate(server.message("GET", "/page", null));

    assertThat(((CallerPrincipalCallback) handled.get(0).get(0)).getPrincipal()).isSameAs(first);
  }

  @Test
  void nobodyIsToldOfAsNobody() throws AuthException {
    assertThat(validate(server.message("GET", "/page", null))).isEqualTo(AuthStatus.SUCCESS);

    assertThat(handled).hasSize(1);
    assertThat(handled.get(0)).hasSize(1);
    assertThat(((CallerPrincipalCallback) handled.get(0).get(0)).getPrincipal()).isNull();
    assertThat(((CallerPrincipalCallback) handled.get(0).get(0)).getName()).isNull();
  }

  @Test
  void userOfTheServersOwnIsToldOfAgainWithTheRolesThatItKnows() throws AuthException {
    Principal own = () -> "janssen";
    server.remembered = own;

    assertThat(validate(protectedPage())).isEqualTo(AuthStatus.SUCCESS);

    assertThat(handled.get(0)).hasSize(1);
    assertThat(((CallerPrincipalCallback) handled.get(0).get(0)).getPrincipal()).isSameAs(own);
  }

  /** A server that remembers more than it was asked to must not keep anybody in. */
  @Test
  void launchThatTheServerRemembersAndTheSessionDoesNotIsNobodys() throws AuthException {
    launch();
    validate(server.message("GET", "/page", null));
    server.remembered = ((CallerPrincipalCallback) handled.get(0).get(0)).getPrincipal();
    MessageInfo message = server.message("GET", "/page", null);
    module.cleanSubject(message, client);

    assertThat(validate(server.message("GET", "/page", null))).isEqualTo(AuthStatus.SUCCESS);
    assertThat(((CallerPrincipalCallback) handled.get(0).get(0)).getPrincipal()).isNull();
    assertThat(validate(protectedPage())).isEqualTo(AuthStatus.SEND_FAILURE);
    assertThat(server.status).isEqualTo(401);
  }

  @Test
  void nextUserIsToldOfAlthoughTheServerRemembersTheOneBefore() throws AuthException {
    launch();
    validate(server.message("GET", "/page", null));
    server.remembered = ((CallerPrincipalCallback) handled.get(0).get(0)).getPrincipal();
    module.cleanSubject(server.message("GET", "/page", null), client);
    validate(
        server.message(
            "GET",
            "/launch",
            "token="
                + Visitor.encoded(
                    Visitor.zorgdomein().claim("user-id.value", "01020002").token())));

    assertThat(validate(protectedPage())).isEqualTo(AuthStatus.SUCCESS);

    assertThat(((CallerPrincipalCallback) handled.get(0).get(0)).getPrincipal().getName())
        .isEqualTo("demo-xis|agb-z|01020002");
  }

  @Test
  void serverIsAlwaysToldToRememberNobody() throws AuthException {
    launch();
    assertThat(server.properties).containsEntry(REGISTER, "false");
    validate(server.message("GET", "/page", null));
    assertThat(server.properties).containsEntry(REGISTER, "false");
    server.remembered = () -> "janssen";
    validate(server.message("GET", "/other", null));
    assertThat(server.properties).containsEntry(REGISTER, "false");
  }

  @Test
  void whoIsTurnedAwayGetsStatusAndBodyAtOnce() throws AuthException {
    assertThat(validate(protectedPage())).isEqualTo(AuthStatus.SEND_FAILURE);

    assertThat(server.status).isEqualTo(401);
    assertThat(body()).contains("<h1");
    assertThat(server.committed).isTrue();
    assertThat(handled).isEmpty();
  }

  @Test
  void refusedLaunchGetsStatusAndBodyAtOnce() throws AuthException {
    AuthStatus answer = validate(server.message("GET", "/launch", "token=nonsense"));

    assertThat(answer).isEqualTo(AuthStatus.SEND_FAILURE);
    assertThat(server.status).isEqualTo(403);
    assertThat(body()).contains("<h1");
    assertThat(server.committed).isTrue();
    assertThat(handled).isEmpty();
  }

  @Test
  void requestThatIsAskedAboutTwiceIsAnsweredOnce() throws AuthException {
    MessageInfo message = protectedPage();
    validate(message);
    String answered = body();

    assertThat(validate(message)).isEqualTo(AuthStatus.SEND_FAILURE);

    assertThat(body()).isEqualTo(answered);
  }

  @Test
  void failureIsAnsweredToo() {
    module(
        callbacks -> {
          throw new UnsupportedCallbackException(callbacks[0]);
        },
        other -> {
          MessageInfo message = server.message("GET", "/page", null);
          server.body.write('?'); // what somebody has begun, and not sent
          assertThatThrownBy(() -> other.validateRequest(message, client, null))
              .isInstanceOf(AuthException.class)
              .hasRootCauseInstanceOf(UnsupportedCallbackException.class);
          assertThat(server.status).isEqualTo(500);
          assertThat(body()).isEqualTo("The request could not be answered.\n");
          assertThat(server.committed).isTrue();
        });
  }

  @Test
  void clientThatIsGoneIsAnException() {
    server.gone = true;

    assertThatThrownBy(() -> validate(protectedPage()))
        .isInstanceOf(AuthException.class)
        .hasCauseInstanceOf(IOException.class);
  }

  /** Something to do with a module. */
  @FunctionalInterface
  private interface Use {
    void accept(LaunchServerAuthModule module) throws AuthException;
  }

  private void module(CallbackHandler callbacks, Use use) {
    LaunchServerAuthModule other = new LaunchServerAuthModule(authenticator);
    try {
      other.initialize(null, null, callbacks, Map.of());
      use.accept(other);
    } catch (AuthException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void moduleWithoutAHandlerLogsNobodyIn() {
    LaunchServerAuthModule other = new LaunchServerAuthModule(authenticator);

    assertThatThrownBy(() -> other.initialize(null, null, null, null))
        .isInstanceOf(AuthException.class)
        .hasMessageContaining("gives no CallbackHandler");
    assertThatThrownBy(
            () -> other.validateRequest(server.message("GET", "/page", null), client, null))
        .isInstanceOf(AuthException.class);
    assertThat(server.status).isEqualTo(500);
  }

  /**
   * Soteria's identity mix-up (CVE-2020-1732) was one module with the handler of another request.
   */
  @Test
  void moduleKeepsItsHandler() throws AuthException {
    module.initialize(null, null, handler, Map.of());

    assertThatThrownBy(() -> module.initialize(null, null, callbacks -> {}, null))
        .isInstanceOf(AuthException.class)
        .hasMessageContaining("a module of its own");

    validate(server.message("GET", "/page", null));
    assertThat(handled).hasSize(1);
  }

  @Test
  void eachAuthenticationContextHasItsOwnModule() throws AuthException {
    LaunchAuthConfigProvider provider = new LaunchAuthConfigProvider(authenticator);
    List<String> told = new ArrayList<>();
    var first = provider.getServerAuthConfig("HttpServlet", "a", c -> told.add("first"));
    var second = provider.getServerAuthConfig("HttpServlet", "a", c -> told.add("second"));

    var one = first.getAuthContext("a", null, null);
    var two = second.getAuthContext("a", null, null);
    one.validateRequest(server.message("GET", "/page", null), client, null);
    two.validateRequest(server.message("GET", "/page", null), client, null);

    assertThat(told).containsExactly("first", "second");
    assertThatThrownBy(() -> provider.getServerAuthConfig("HttpServlet", "a", null))
        .isInstanceOf(AuthException.class);
    assertThatThrownBy(() -> provider.getClientAuthConfig("HttpServlet", "a", handler))
        .isInstanceOf(AuthException.class);
  }

  @Test
  void applicationSeesOurRequestAndTheServerGetsItsOwnBack() throws AuthException {
    launch();
    MessageInfo message = server.message("GET", "/page", null);
    Object own = message.getRequestMessage();
    Object response = message.getResponseMessage();

    validate(message);

    HttpServletRequest shown = (HttpServletRequest) message.getRequestMessage();
    assertThat(shown).isInstanceOf(HttpServletRequestWrapper.class);
    assertThat(shown.getUserPrincipal()).isInstanceOf(LaunchPrincipal.class);
    assertThat(message.getResponseMessage()).isNotSameAs(response);
    assertThat(module.secureResponse(message, null)).isEqualTo(AuthStatus.SEND_SUCCESS);
    assertThat(message.getRequestMessage()).isSameAs(own);
    assertThat(message.getResponseMessage()).isSameAs(response);
    assertThat(module.secureResponse(message, null)).isEqualTo(AuthStatus.SEND_SUCCESS);
    assertThat(message.getRequestMessage()).isSameAs(own);
  }

  @Test
  void whatWasAnsweredIsNotWrapped() throws AuthException {
    MessageInfo message = protectedPage();
    Object own = message.getRequestMessage();

    validate(message);

    assertThat(message.getRequestMessage()).isSameAs(own);
    assertThat(module.secureResponse(message, null)).isEqualTo(AuthStatus.SEND_SUCCESS);
    assertThat(message.getRequestMessage()).isSameAs(own);
  }

  @Test
  void logoutEmptiesTheSubjectAndEndsTheSession() throws AuthException {
    launch();
    assertThat(server.hasSession()).isTrue();
    client.getPrincipals().add(() -> "somebody");

    module.cleanSubject(server.message("GET", "/page", null), client);

    assertThat(client.getPrincipals()).isEmpty();
    assertThat(server.hasSession()).isFalse();
  }

  /** Liberty closes it, and would keep the user logged in after an exception. */
  @Test
  void logoutLeavesAClosedSubjectAndStillEndsTheSession() throws AuthException {
    launch();
    Principal somebody = () -> "somebody";
    Subject closed = new Subject(true, Set.of(somebody), Set.of(), Set.of());

    module.cleanSubject(server.message("GET", "/page", null), closed);

    assertThat(closed.getPrincipals()).containsExactly(somebody);
    assertThat(server.hasSession()).isFalse();
  }

  @Test
  void logoutWithoutASubjectEndsTheSessionToo() throws AuthException {
    launch();

    module.cleanSubject(server.message("GET", "/page", null), null);

    assertThat(server.hasSession()).isFalse();
  }

  @Test
  void messagesAreThoseOfServlets() {
    assertThat(module.getSupportedMessageTypes())
        .extracting(Class::getSimpleName)
        .containsExactly("HttpServletRequest", "HttpServletResponse");
  }
}
