/** Fuzzes files of used tokens, from inside the package that reads them. */
package org.launchgate.replay;
