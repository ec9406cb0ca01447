package org.launchgate.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A servlet that says in ASCII what it could read of a form, in the way that the header {@code How}
 * asks for, and a filter after Launchgate's that sets the encoding of the header {@code Encoding}.
 */
final class FormEcho extends HttpServlet {
  private static final Charset ISO = StandardCharsets.ISO_8859_1;

  static final List<String> WAYS =
      List.of(
          "map",
          "names",
          "one",
          "stream",
          "reader",
          "stream-map",
          "map-stream",
          "map-reader",
          "reader-stream",
          "stream-reader",
          "map-encoding-map",
          "reader-encoding",
          "encoding",
          "length",
          "parts",
          "part",
          "forward",
          "include",
          "async-thread",
          "async-given",
          "async-dispatch",
          "async-dispatch-path",
          "nonblocking");

  /** Sets the encoding before the application reads, as many applications do. */
  static final class Encoding implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      String encoding = ((HttpServletRequest) request).getHeader("Encoding");
      if (encoding != null) {
        request.setCharacterEncoding(encoding);
      }
      chain.doFilter(request, response);
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String how = request.getHeader("How");
    if (request.getDispatcherType() != DispatcherType.REQUEST) {
      answer(response, "dispatched " + map(request));
      return;
    }
    switch (how) {
      case "forward" -> request.getRequestDispatcher("/echo?a=forward").forward(request, response);
      case "include" -> request.getRequestDispatcher("/echo?a=include").include(request, response);
      case "async-thread" -> inThread(request.startAsync());
      case "async-given" -> inThread(request.startAsync(request, response));
      case "async-dispatch" -> {
        String before = String.valueOf(request.getParameter("a"));
        response.setHeader("Before", ascii(before.length() > 9 ? "long" : before));
        request.startAsync().dispatch();
      }
      case "async-dispatch-path" -> request.startAsync().dispatch("/echo?a=dispatch");
      case "nonblocking" -> nonblocking(request);
      default -> answer(response, read(request, how));
    }
  }

  private static String read(HttpServletRequest request, String how) {
    StringBuilder said = new StringBuilder();
    for (String step : how.split("-", -1)) {
      String what;
      try {
        what = step(request, step);
      } catch (IOException | ServletException | RuntimeException e) {
        what = kind(e);
      }
      said.append(step).append(": ").append(what).append('\n');
    }
    return said.toString();
  }

  // The servers have classes of their own for what the specification has one for.
  private static String kind(Exception e) {
    return e instanceof IllegalStateException
        ? "IllegalStateException"
        : e instanceof ServletException ? "ServletException" : e.getClass().getSimpleName();
  }

  private static String step(HttpServletRequest request, String step)
      throws IOException, ServletException {
    return switch (step) {
      case "map" -> map(request);
      case "names" -> Collections.list(request.getParameterNames()).toString();
      case "one" ->
          request.getParameter("a")
              + Arrays.toString(request.getParameterValues("a"))
              + request.getParameter("none")
              + Arrays.toString(request.getParameterValues("none"));
      case "stream" -> new String(request.getInputStream().readAllBytes(), ISO);
      case "reader" -> text(request.getReader());
      case "encoding" -> {
        request.setCharacterEncoding("UTF-16BE");
        yield request.getCharacterEncoding();
      }
      case "length" ->
          request.getContentLength() + " " + request.getContentType() + " " + charset(request);
      case "parts" -> String.valueOf(request.getParts().size());
      case "part" -> String.valueOf(request.getPart("a"));
      default -> throw new IllegalArgumentException(step);
    };
  }

  private static String charset(HttpServletRequest request) {
    return request.getCharacterEncoding();
  }

  private static String text(Reader reader) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int next = reader.read(); next >= 0; next = reader.read()) {
      text.append((char) next);
    }
    return text.toString();
  }

  private static String map(ServletRequest request) {
    StringBuilder all = new StringBuilder();
    for (Map.Entry<String, String[]> each : request.getParameterMap().entrySet()) {
      all.append(each.getKey()).append('=').append(Arrays.toString(each.getValue())).append(' ');
    }
    return all.toString();
  }

  private static void inThread(AsyncContext async) {
    async.start(
        () -> {
          try {
            answer((HttpServletResponse) async.getResponse(), map(async.getRequest()));
          } catch (IOException e) {
            throw new IllegalStateException(e);
          } finally {
            async.complete();
          }
        });
  }

  private static void nonblocking(HttpServletRequest request) throws IOException {
    AsyncContext async = request.startAsync();
    ServletInputStream in = request.getInputStream();
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    in.setReadListener(
        new ReadListener() {
          @Override
          public void onDataAvailable() throws IOException {
            byte[] buffer = new byte[1024];
            while (in.isReady() && !in.isFinished()) {
              int count = in.read(buffer);
              read.write(buffer, 0, Math.max(0, count));
            }
          }

          @Override
          public void onAllDataRead() throws IOException {
            answer((HttpServletResponse) async.getResponse(), read.toString(ISO));
            async.complete();
          }

          @Override
          public void onError(Throwable failure) {
            async.complete();
          }
        });
  }

  private static void answer(HttpServletResponse response, String text) throws IOException {
    response.setContentType("text/plain;charset=us-ascii");
    response.getOutputStream().print(ascii(text));
  }

  private static String ascii(String text) {
    StringBuilder ascii = new StringBuilder();
    text.chars()
        .forEach(
            c -> ascii.append(c < 0x80 ? String.valueOf((char) c) : String.format("\\u%04x", c)));
    return ascii.toString();
  }
}
