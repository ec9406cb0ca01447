/** Fuzzes profiles, from inside the package that reads them. */
package org.launchgate.profile;
