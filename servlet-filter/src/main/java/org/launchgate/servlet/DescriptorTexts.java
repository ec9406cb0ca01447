package org.launchgate.servlet;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands in a deployment descriptor: the texts of its elements, by their paths, such as {@code
 * web-app/login-config/auth-method}.
 */
final class DescriptorTexts {
  private static final Logger LOG = LoggerFactory.getLogger(LaunchFilter.class);

  private final Map<String, List<String>> texts = new HashMap<>();

  private DescriptorTexts() {}

  /** Those of an application's file; none where it is not there or cannot be read. */
  static DescriptorTexts of(ServletContext context, String file) {
    try (InputStream in = context.getResourceAsStream(file)) {
      DescriptorTexts found = new DescriptorTexts();
      if (in != null) {
        XMLStreamReader reader = factory().createXMLStreamReader(in);
        try {
          found.read(reader);
        } finally {
          reader.close();
        }
      }
      return found;
    } catch (IOException | XMLStreamException | RuntimeException e) {
      LOG.debug("{} cannot be read", file, e);
      return new DescriptorTexts();
    }
  }

  private void read(XMLStreamReader reader) throws XMLStreamException {
    Deque<String> open = new ArrayDeque<>();
    StringBuilder text = new StringBuilder();
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          open.addLast(reader.getLocalName());
          text.setLength(0);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(reader.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          texts
              .computeIfAbsent(String.join("/", open), path -> new ArrayList<>())
              .add(text.toString().strip());
          open.removeLast();
          text.setLength(0);
        }
        default -> {}
      }
    }
  }

  /** The texts of all elements with that path. */
  List<String> at(String path) {
    return texts.getOrDefault(path, List.of());
  }

  /** The JDK's own reader, whatever the application brings; it opens nothing that a file names. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
