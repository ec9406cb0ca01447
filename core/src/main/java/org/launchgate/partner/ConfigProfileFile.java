package org.launchgate.partner;

import java.io.IOException;
import org.launchgate.profile.ProfileFile;

/**
 * Lets profiles read files as the partners file reads its own, and by no other means.
 *
 * @param source the file
 */
record ConfigProfileFile(ConfigSource source) implements ProfileFile {

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public byte[] read() throws IOException {
    return source.read();
  }

  @Override
  public ProfileFile resolve(String path) {
    return new ConfigProfileFile(source.resolve(path));
  }
}
