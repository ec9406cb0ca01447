/** Fuzzes partners files, from inside the package that reads them. */
package org.launchgate.partner;
