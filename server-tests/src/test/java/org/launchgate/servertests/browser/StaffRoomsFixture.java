package org.launchgate.servertests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.BeforeEach;

/** The staff rooms of the demo and a browser; when a test begins, nobody is linked. */
abstract class StaffRoomsFixture extends BrowserFixture {
  static final String YES = "button[name=launch_answer][value=yes]";
  static final String NO = "button[name=launch_answer][value=no]";

  /** On the page that asks who is logged in to log in anew. */
  static final String AGREE = "main form button";

  static final String STAY = "main a";

  /** Demo XIS's user, and whom its patients' pages are about. */
  static final String XIS_USER = "01029999";

  static final String ANNEKE = "456-789";
  static final String WILLEMINA = "5a4fc42a-1847-4862-a5da-7af86ac23968";

  @BeforeEach
  final void beginWithNobodyLinked() {
    accounts().removeAllLinks();
  }

  final URI staff(String path) {
    return demo().home().resolve("/staff/").resolve(path);
  }

  final StaffAccounts accounts() {
    return new StaffAccounts(staff(""));
  }

  /** Opens a patient of Demo XIS in the staff rooms, in a new tab. */
  final void openFromXis(Browser in, String patient) {
    in.open(demo().simulator().resolve("/xis"));
    in.clickIntoNewTab("a[href='/xis/staff/" + patient + "']");
  }

  /** Opens a patient of Tatooine Clinic in the staff rooms, in a new tab. */
  final void openFromClinic(String patient) {
    openSimulator("/clinic");
    browser().clickIntoNewTab("form[action='/clinic/staff/" + patient + "'] button");
  }

  /** Fills the form in that the browser shows, and sends it. */
  static void logIn(Browser in, String account, String password) {
    in.type("#login-name", account);
    in.type("#login-password", password);
    in.click("#log-in");
  }

  static void logIn(Browser in, String account) {
    logIn(in, account, StaffAccounts.PASSWORD);
  }

  /** Logs in for its own sake. */
  final void logInBefore(Browser in, String account) {
    in.open(staff("login"));
    logIn(in, account);
    in.see("#account-name");
  }

  /** The page asks whether the two are one, and says which two. */
  static void assertAsks(Browser in, String user, String account) {
    in.see(YES);
    assertThat(in.see("main").getText()).contains(user, account);
  }

  final void assertNothingIsLinked() {
    assertThat(accounts().linkedTo(StaffAccounts.JUDITH)).isEmpty();
    assertThat(accounts().linkedTo(StaffAccounts.OTTO)).isEmpty();
  }

  /** Whom the application takes the user of a launch for. */
  static String account(Browser in) {
    return String.valueOf(
        in.await("fetch('whoami').then(r => r.json()).then(j => done(j.name), done)"));
  }
}
