package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.launchgate.LogCapture;
import org.launchgate.spi.ReplayStore;

/** What the start says about the memory of used tokens. */
class ReplayMemoryTest extends FilterStartFixture {
  private static final String DISTRIBUTABLE = "WARNING web.xml says <distributable/>";
  private static final String NO_FOLDER =
      "WARNING the container gives this application no temporary";

  @TempDir Path folder;

  /** Something shared, to the filter's mind. */
  public static final class SharedStore implements ReplayStore {
    @Override
    public boolean claim(String partner, String launchId, Instant keepUntil) {
      return true;
    }
  }

  private FilterStubs withWebXml(String text, String... params) {
    FilterStubs stubs = good(params);
    stubs.attributes.put(ServletContext.TEMPDIR, folder.toFile());
    stubs.resources.put("/WEB-INF/web.xml", text);
    return stubs;
  }

  private String logOfStart(FilterStubs stubs) throws Exception {
    try (LogCapture log = new LogCapture()) {
      start(stubs);
      filter.destroy();
      return log.all();
    }
  }

  @Test
  void distributableApplicationIsToldWhatAMemoryOfEachNodeMeans() throws Exception {
    String webXml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0"><distributable/></web-app>
        """;
    assertThat(logOfStart(withWebXml(webXml)))
        .contains(
            DISTRIBUTABLE
                + ", and LaunchFilter launch remembers used tokens in the memory of each node",
            "several nodes need a shared replayStore");
  }

  @Test
  void distributableApplicationWithAStoreOfItsOwnIsToldNothing() throws Exception {
    assertThat(
            logOfStart(
                withWebXml(
                    "<web-app><distributable/></web-app>",
                    "replayStore",
                    SharedStore.class.getName())))
        .doesNotContain(DISTRIBUTABLE);
  }

  @Test
  void distributableOfAnotherNamespaceOrPrefixCounts() throws Exception {
    assertThat(
            logOfStart(
                withWebXml(
                    "<j:web-app xmlns:j='urn:x'><j:distributable></j:distributable></j:web-app>")))
        .contains(DISTRIBUTABLE);
  }

  @Test
  void olderFileWithADoctypeIsReadAndNothingThatItNamesIsOpened() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "<distributable/>");
    String doctype =
        "<!DOCTYPE web-app SYSTEM \"http://127.0.0.1:9/none.dtd\" [<!ENTITY other SYSTEM \""
            + secret.toUri()
            + "\">]>";
    assertThat(logOfStart(withWebXml(doctype + "<web-app><distributable/></web-app>")))
        .contains(DISTRIBUTABLE);
    assertThat(logOfStart(withWebXml(doctype + "<web-app>&other;</web-app>")))
        .doesNotContain(DISTRIBUTABLE);
  }

  @Test
  void wordElsewhereInTheFileSaysNothing() throws Exception {
    for (String text :
        new String[] {
          "<web-app/>",
          "<web-app><!-- <distributable/> --></web-app>",
          "<web-app><display-name>distributable</display-name></web-app>",
          "<web-app><filter><distributable/></filter></web-app>",
          "<distributable/>",
          "<web-app><distributable",
          ""
        }) {
      assertThat(logOfStart(withWebXml(text))).as(text).doesNotContain(DISTRIBUTABLE);
    }
  }

  @Test
  void applicationWithoutWebXmlStarts() throws Exception {
    FilterStubs stubs = good();
    stubs.attributes.put(ServletContext.TEMPDIR, folder.toFile());
    assertThat(logOfStart(stubs)).doesNotContain(DISTRIBUTABLE, NO_FOLDER);
    assertThat(folder).isNotEmptyDirectory();
  }

  @Test
  void withoutTemporaryDirectoryTheStartSaysWhatTheFenceMakesOfIt() throws Exception {
    assertThat(logOfStart(good()))
        .contains(NO_FOLDER, "tokens that were issued before a start have to be launched again");
  }

  @Test
  void withoutTemporaryDirectoryAndFenceTheStartSaysWhatIsOpen() throws Exception {
    assertThat(logOfStart(good("restartFence", "false")))
        .contains(NO_FOLDER, "after a start they can be used once more while they are fresh");
  }

  @Test
  void temporaryDirectoryThatIsNoneCountsAsNone() throws Exception {
    FilterStubs stubs = good();
    Path file = Files.createFile(folder.resolve("file"));
    stubs.attributes.put(ServletContext.TEMPDIR, file.toFile());
    assertThat(logOfStart(stubs)).contains(NO_FOLDER);
  }

  @Test
  void filterOfAnyNameHasAFile() throws Exception {
    FilterStubs stubs = good();
    stubs.filterName = "../../a name: \u00e5/\\" + "x".repeat(300);
    stubs.attributes.put(ServletContext.TEMPDIR, folder.toFile());
    logOfStart(stubs);
    assertThat(folder.toFile().list())
        .singleElement()
        .asString()
        .matches("launchgate-used-[0-9a-f]{16}\\.bin");
  }
}
