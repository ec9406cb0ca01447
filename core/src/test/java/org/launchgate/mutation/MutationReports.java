package org.launchgate.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What PIT has found, a report for each group of packages. */
final class MutationReports {
  private static final Path FOLDER = Path.of("target/pit-reports");

  private final List<Element> mutants = new ArrayList<>();

  /** Reads all reports of this build. */
  static MutationReports read() throws IOException, ParserConfigurationException, SAXException {
    MutationReports reports = new MutationReports();
    try (Stream<Path> groups = Files.list(FOLDER)) {
      for (Path group : groups.toList()) {
        reports.add(group.resolve("mutations.xml"));
      }
    }
    return reports;
  }

  private void add(Path report) throws IOException, ParserConfigurationException, SAXException {
    NodeList found =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(report.toFile())
            .getElementsByTagName("mutation");
    for (int i = 0; i < found.getLength(); i++) {
      mutants.add((Element) found.item(i));
    }
  }

  int mutants() {
    return mutants.size();
  }

  /** Those that no test finds, and how often each. */
  Map<Survivor, Integer> survivors() {
    Map<Survivor, Integer> survivors = new TreeMap<>();
    for (Element mutant : mutants) {
      if (mutant.getAttribute("detected").equals("false")) {
        survivors.merge(survivor(mutant), 1, Integer::sum);
      }
    }
    return survivors;
  }

  private static Survivor survivor(Element mutant) {
    String mutator = text(mutant, "mutator");
    return new Survivor(
        text(mutant, "mutatedClass"),
        // the compiler numbers lambdas through the whole class
        text(mutant, "mutatedMethod").replaceFirst("^lambda\\$(.+)\\$\\d+$", "$1"),
        mutator.substring(mutator.lastIndexOf('.') + 1).replace("Mutator", ""),
        text(mutant, "description").replaceFirst("lambda\\$(.+)\\$\\d+$", "$1"));
  }

  private static String text(Element mutant, String name) {
    return mutant.getElementsByTagName(name).item(0).getTextContent();
  }
}
