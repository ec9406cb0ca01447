package org.launchgate.servlet;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** The body of a form that is in memory already. */
final class FormInput extends ServletInputStream {
  private final HttpServletRequest request;
  private final ByteArrayInputStream bytes;

  FormInput(HttpServletRequest request, byte[] bytes) {
    this.request = request;
    this.bytes = new ByteArrayInputStream(bytes);
  }

  @Override
  public int read() {
    return bytes.read();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    return bytes.read(buffer, offset, length);
  }

  @Override
  public int available() {
    return bytes.available();
  }

  @Override
  public boolean isFinished() {
    return bytes.available() == 0;
  }

  @Override
  public boolean isReady() {
    return true;
  }

  /**
   * Tells the listener in a thread of the container, as it would: all is there, then all is read.
   */
  @Override
  public void setReadListener(ReadListener listener) {
    request.getAsyncContext().start(() -> tell(listener));
  }

  private void tell(ReadListener listener) {
    try {
      if (!isFinished()) {
        listener.onDataAvailable();
      }
      if (isFinished()) {
        listener.onAllDataRead();
      }
    } catch (IOException | RuntimeException e) {
      listener.onError(e);
    }
  }
}
