package org.launchgate.servlet;

import java.util.Map;
import javax.management.ConstructorParameters;

/**
 * What a filter shows over JMX, as {@code org.launchgate:type=Launches,context="/app",
 * filter="launchgate"}: figures since the start, without anything personal. A second filter of the
 * same names, as while a new version of an application takes over, has {@code instance="2"}.
 *
 * <p>Every event is counted when it happens, also one that finds the listeners' queue full.
 */
public interface LaunchesMXBean {

  /**
   * Counts and times by partner and result; the key is {@code partner|result}. Of 500 partners at
   * most, the rest together as {@code *}; {@code -} where a request names none.
   */
  Map<String, Launches> getLaunches();

  /** How far the clock of each partner that says {@code iat} is from ours, by partner. */
  Map<String, ClockSkew> getClockSkews();

  /** How many events wait for the listeners, or are being delivered. */
  int getQueueDepth();

  /** How many may. */
  int getQueueCapacity();

  /** How many events reached no listener because the queue was full. */
  long getDroppedEvents();

  /** How many launches were answered 503 because {@code auditRequired} found the queue full. */
  long getTurnedAwayLaunches();

  /** How often a listener threw something. */
  long getListenerFailures();

  /**
   * The launches of one partner that ended in one way. Percentiles are upper bounds, at most 1.42
   * times too high.
   */
  final class Launches {
    private final String partner;
    private final String result;
    private final long count;
    private final Latencies.Times times;

    /** For JMX, which makes one of what it was sent. */
    @ConstructorParameters({
      "partner",
      "result",
      "count",
      "verified",
      "totalMillis",
      "maxMillis",
      "p50Millis",
      "p95Millis",
      "p99Millis"
    })
    public Launches(
        String partner,
        String result,
        long count,
        long verified,
        double totalMillis,
        double maxMillis,
        double p50Millis,
        double p95Millis,
        double p99Millis) {
      this(
          partner,
          result,
          count,
          new Latencies.Times(verified, totalMillis, maxMillis, p50Millis, p95Millis, p99Millis));
    }

    Launches(String partner, String result, long count, Latencies.Times times) {
      this.partner = partner;
      this.result = result;
      this.count = count;
      this.times = times;
    }

    /** The partner's id. */
    public String getPartner() {
      return partner;
    }

    /** The refusal's reason, else what happened, such as {@code accepted}. */
    public String getResult() {
      return result;
    }

    /** How many. */
    public long getCount() {
      return count;
    }

    /** Of how many a token was verified; the times are those of its verification. */
    public long getVerified() {
      return times.count();
    }

    /** The time of all. */
    public double getTotalMillis() {
      return times.total();
    }

    /** The longest. */
    public double getMaxMillis() {
      return times.max();
    }

    /** Half of them took at most that. */
    public double getP50Millis() {
      return times.p50();
    }

    /** 95 % of them took at most that. */
    public double getP95Millis() {
      return times.p95();
    }

    /** 99 % of them took at most that. */
    public double getP99Millis() {
      return times.p99();
    }
  }

  /**
   * Our time less {@code iat}, over the last 100 tokens of one partner with a good signature, but
   * for replayed ones. The way through network and browser is in it, so the least says most about
   * the clock: clearly below 0, the partner's runs ahead; always far above, it is behind.
   */
  final class ClockSkew {
    private final long tokens;
    private final double last;
    private final double min;
    private final double max;
    private final double mean;

    /** For JMX, which makes one of what it was sent. */
    @ConstructorParameters({"tokens", "lastSeconds", "minSeconds", "maxSeconds", "meanSeconds"})
    public ClockSkew(
        long tokens, double lastSeconds, double minSeconds, double maxSeconds, double meanSeconds) {
      this.tokens = tokens;
      this.last = lastSeconds;
      this.min = minSeconds;
      this.max = maxSeconds;
      this.mean = meanSeconds;
    }

    /** How many tokens the figures are from, 100 at most. */
    public long getTokens() {
      return tokens;
    }

    /** Of the latest token. */
    public double getLastSeconds() {
      return last;
    }

    /** The least. */
    public double getMinSeconds() {
      return min;
    }

    /** The greatest. */
    public double getMaxSeconds() {
      return max;
    }

    /** The mean. */
    public double getMeanSeconds() {
      return mean;
    }
  }
}
