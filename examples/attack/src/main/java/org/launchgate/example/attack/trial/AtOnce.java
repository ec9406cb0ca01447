package org.launchgate.example.attack.trial;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.launchgate.example.attack.wire.Answer;
import org.launchgate.example.attack.wire.Request;

/** Many requests at one moment. */
public final class AtOnce {
  private AtOnce() {}

  /** How many of so many strangers get in who send these requests in turn. */
  public static long entered(Scene scene, int strangers, List<Request> requests)
      throws IOException {
    CyclicBarrier start = new CyclicBarrier(strangers);
    List<Callable<Answer>> all = new ArrayList<>();
    for (int i = 0; i < strangers; i++) {
      Request request = requests.get(i % requests.size());
      all.add(
          () -> {
            start.await();
            return scene.browser().send(request);
          });
    }
    return answers(all).stream().filter(Answer::isSuccess).count();
  }

  /** Runs all of them, each on a thread of its own, and gives what they give. */
  public static <T> List<T> answers(List<Callable<T>> all) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(all.size());
    try {
      List<T> answers = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(all)) {
        answers.add(future.get());
      }
      return answers;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IOException("not all were answered: " + e.getCause(), e);
    } finally {
      threads.shutdownNow();
    }
  }
}
