/** Fuzzes payloads, from inside the package that reads them. */
package org.launchgate;
