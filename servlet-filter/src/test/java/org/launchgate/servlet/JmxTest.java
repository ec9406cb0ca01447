package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.Test;
import org.launchgate.LogCapture;

/** The figures in the JVM's own MBean server. */
class JmxTest {
  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

  private Set<ObjectName> names(String filter) throws Exception {
    return server.queryNames(
        new ObjectName(
            "org.launchgate:type=Launches,context=\"/jmx*\",filter="
                + ObjectName.quote(filter)
                + ",*"),
        null);
  }

  private static LaunchFilter start(String contextPath, String filter, String... params)
      throws Exception {
    FilterStubs stubs = FilterStubs.with(params);
    stubs.params.put("partners", "/WEB-INF/partners.json");
    stubs.contextPath = contextPath;
    stubs.filterName = filter;
    LaunchFilter started = new LaunchFilter();
    started.init(stubs.config());
    return started;
  }

  @Test
  void launchesOfARunningApplicationAreShownWithTheirFigures() throws Exception {
    try (TomcatApp app = new TomcatApp().start()) {
      app.browser().launch(Launches.zorgdomein().token());
      app.browser().launch(Launches.zorgdomein().claim("org-id.value", "1").token());
      app.browser().get("/launch?token=x");
      ObjectName name =
          server
              .queryNames(
                  new ObjectName(
                      "org.launchgate:type=Launches,context=\"/app\",filter=\"filter0\",*"),
                  null)
              .stream()
              .reduce((a, b) -> a.toString().length() > b.toString().length() ? a : b)
              .orElseThrow();
      TabularData launches = (TabularData) server.getAttribute(name, "Launches");
      CompositeData accepted = row(launches, "demo-xis|accepted");
      assertThat(accepted.get("count")).isEqualTo(1L);
      assertThat(accepted.get("verified")).isEqualTo(1L);
      assertThat((double) accepted.get("p95Millis")).isPositive();
      assertThat(row(launches, "demo-xis|organization_not_allowed").get("count")).isEqualTo(1L);
      assertThat(row(launches, "-|token_malformed").get("count")).isEqualTo(1L);
      CompositeData skew = row((TabularData) server.getAttribute(name, "ClockSkews"), "demo-xis");
      assertThat(skew.get("tokens")).isEqualTo(2L);
      assertThat((double) skew.get("lastSeconds")).isBetween(-1.0, 60.0);
      assertThat(server.getAttribute(name, "QueueCapacity")).isEqualTo(10_000);
      assertThat(server.getAttribute(name, "DroppedEvents")).isEqualTo(0L);
      LaunchesMXBean proxy = JMX.newMXBeanProxy(server, name, LaunchesMXBean.class);
      assertThat(proxy.getLaunches().get("demo-xis|accepted").getCount()).isEqualTo(1);
      assertThat(proxy.getClockSkews().get("demo-xis").getTokens()).isEqualTo(2);
      assertThat(proxy.getTurnedAwayLaunches()).isZero();
      assertThat(proxy.getListenerFailures()).isZero();
    }
  }

  private static CompositeData row(TabularData table, String key) {
    CompositeData row = table.get(new Object[] {key});
    assertThat(row).as(key + " of " + table.keySet()).isNotNull();
    return (CompositeData) row.get("value");
  }

  @Test
  void twoApplicationsOfTheSameNamesAreBothThereAndBothGoAway() throws Exception {
    LaunchFilter first = start("/jmx-1", "twice");
    LaunchFilter second = start("/jmx-1", "twice");
    LaunchFilter other = start("/jmx-2", "twice");
    assertThat(names("twice"))
        .extracting(ObjectName::getCanonicalName)
        .containsExactlyInAnyOrder(
            "org.launchgate:context=\"/jmx-1\",filter=\"twice\",type=Launches",
            "org.launchgate:context=\"/jmx-1\",filter=\"twice\",instance=\"2\",type=Launches",
            "org.launchgate:context=\"/jmx-2\",filter=\"twice\",type=Launches");
    first.destroy();
    assertThat(names("twice")).hasSize(2);
    second.destroy();
    other.destroy();
    assertThat(names("twice")).isEmpty();
  }

  @Test
  void namesThatMeanSomethingToJmxAreQuoted() throws Exception {
    String odd = "a,b=c:*?\"\\\n";
    LaunchFilter filter = start("/jmx*?,x=y", odd);
    assertThat(names(odd)).hasSize(1);
    filter.destroy();
    assertThat(names(odd)).isEmpty();
  }

  @Test
  void isOffWhereTheDeploymentSaysSo() throws Exception {
    LaunchFilter filter = start("/jmx", "off", "jmx", "false");
    assertThat(names("off")).isEmpty();
    filter.destroy();
  }

  @Test
  void startThatFailsLeavesNothingBehind() {
    FilterStubs stubs = FilterStubs.with("targetUrl", "/x", "launchListener", "no.such.Type");
    stubs.params.put("partners", "/WEB-INF/partners.json");
    stubs.contextPath = "/jmx";
    stubs.filterName = "failed";
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> new LaunchFilter().init(stubs.config()))
        .hasMessageContaining("no.such.Type");
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("launchgate-listeners-failed");
  }

  @Test
  void seventeenthOfTheSameNamesGoesOnWithout() throws Exception {
    List<LaunchFilter> filters = new java.util.ArrayList<>();
    try (LogCapture log = new LogCapture()) {
      for (int i = 0; i < 17; i++) {
        filters.add(start("/jmx", "many"));
      }
      assertThat(names("many")).hasSize(16);
      assertThat(log.lines("WARNING no figures over JMX")).hasSize(1);
    }
    filters.forEach(LaunchFilter::destroy);
    assertThat(names("many")).isEmpty();
  }
}
