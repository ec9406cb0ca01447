/** Fuzzes answers of key servers, from inside the package that reads them. */
package org.launchgate.jwks;
