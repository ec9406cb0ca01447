package org.launchgate.containertests;

import org.junit.jupiter.api.Test;

/** What is injected of a launch, where the mechanism is. */
abstract class InjectionContract extends ContainerContract {
  @Test
  void launchOfTheRequestIsInjected() throws Exception {
    Visitor visitor = launched();

    assertTells(visitor.get("injected"), "launched=true", "who=demo-xis|agb-z|ann", "patient=p1");
    String second = window(visitor.launchByLink(ann("p2")));
    assertTells(visitor.get("injected?_lw=" + second), "launched=true", "patient=p2");
    assertTells(visitor.get("injected"), "launched=false", "who=demo-xis|agb-z|ann");
  }

  @Test
  void withoutALaunchNoneIsInjected() throws Exception {
    assertTells(visitor().get("injected"), "launched=false", "who=nobody", "patient=none");
  }
}
