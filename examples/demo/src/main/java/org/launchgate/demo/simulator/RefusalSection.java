package org.launchgate.demo.simulator;

import java.util.Arrays;
import java.util.List;

/** The part of a partner's page with launches that the portal has to refuse. */
final class RefusalSection {
  private static final String SECTION =
      """
      <section class="refusals" aria-labelledby="refusals-title">
        <h2 id="refusals-title">What should be refused</h2>
        <p>Each button sends a launch with one fault. Expect the page “Access denied” with a reference; the reason stands in the demo's console, under the same reference.</p>
        <ul class="faults">{}
        </ul>
      </section>""";
  private static final String FAULT =
      """

          <li class="fault">
            <h3>{}</h3>
            <p>{} <span class="expected">{}</span></p>
            <form method="post" action="{}/refused/{}" target="_blank" rel="noopener">
              <button type="submit" class="button quiet" id="send-{}">Send it<span class="hidden">: {} (in a new tab)</span></button>
            </form>
          </li>""";

  private RefusalSection() {}

  static Html html(String product) {
    List<Html> faults = Arrays.stream(Fault.values()).map(fault -> fault(product, fault)).toList();
    return Html.of(SECTION, faults);
  }

  private static Html fault(String product, Fault fault) {
    return Html.of(
        FAULT,
        fault.title(),
        fault.sent(),
        fault.expected(),
        product,
        fault.path(),
        fault.path(),
        fault.title());
  }
}
