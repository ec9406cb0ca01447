package org.launchgate.profile;

import java.io.IOException;

/**
 * A file in which a profile stands, or beside which profiles stand: the only way by which profiles
 * read files. Asked while a configuration is read; thread-safety is not required.
 */
public interface ProfileFile {

  /** The name that error messages give it; two files of the same name are the same file. */
  String name();

  /**
   * Its bytes.
   *
   * @throws IOException when it does not exist or cannot be read
   */
  byte[] read() throws IOException;

  /** The file of that path, relative to this one unless the path is absolute. */
  ProfileFile resolve(String path);
}
