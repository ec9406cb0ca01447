package org.launchgate.servlet;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thing that has to be known of an application's {@code web.xml} and that no method of the
 * Servlet API tells.
 */
final class WebXml {
  private static final Logger LOG = LoggerFactory.getLogger(LaunchFilter.class);
  private static final String PATH = "/WEB-INF/web.xml";

  private WebXml() {}

  /**
   * Whether it says that the application runs on several nodes. What fragments, a server's own
   * files and code say is not seen; a file that cannot be read says nothing.
   */
  static boolean isDistributable(ServletContext context) {
    try (InputStream in = context.getResourceAsStream(PATH)) {
      return in != null && isDistributable(in);
    } catch (IOException | XMLStreamException | RuntimeException e) {
      LOG.debug("{} cannot be read for <distributable/>", PATH, e);
      return false;
    }
  }

  private static boolean isDistributable(InputStream in) throws XMLStreamException {
    XMLStreamReader reader = factory().createXMLStreamReader(in);
    try {
      int depth = 0;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          depth++;
          if (depth == 2 && reader.getLocalName().equals("distributable")) {
            return true;
          }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        }
      }
      return false;
    } finally {
      reader.close();
    }
  }

  /** The JDK's own reader, whatever the application brings; it opens nothing that a file names. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
