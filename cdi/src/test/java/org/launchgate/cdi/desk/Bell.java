package org.launchgate.cdi.desk;

import static org.launchgate.spi.LaunchEvent.Kind.PATIENT_CHANGED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.launchgate.cdi.OfKind;
import org.launchgate.spi.EventIdentifier;
import org.launchgate.spi.LaunchEvent;

/** Hears of launches. */
@ApplicationScoped
public class Bell {
  @Inject private Card card;

  private final List<String> heard = new ArrayList<>();

  void any(@Observes LaunchEvent event) {
    hear("any", event);
  }

  void changed(@Observes @OfKind(PATIENT_CHANGED) LaunchEvent event) {
    hear("changed", event);
  }

  void later(@ObservesAsync LaunchEvent event) {
    hear("later", event);
  }

  private synchronized void hear(String observer, LaunchEvent event) {
    heard.add(
        observer
            + " "
            + event.kind()
            + " ref="
            + event.reference().orElse("none")
            + " user="
            + event.party(LaunchEvent.Party.USER).map(EventIdentifier::value).orElse("none")
            + " patient="
            + event.party(LaunchEvent.Party.PATIENT).map(EventIdentifier::value).orElse("none")
            + " current="
            + card.patient());
    notifyAll();
  }

  /** The lines with both in them, once there are so many. */
  public synchronized List<String> heard(String kind, String with, int count)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    List<String> found = find(kind, with);
    while (found.size() < count && System.nanoTime() < end) {
      wait(100);
      found = find(kind, with);
    }
    return found;
  }

  private List<String> find(String kind, String with) {
    return heard.stream().filter(line -> line.contains(kind) && line.contains(with)).toList();
  }
}
