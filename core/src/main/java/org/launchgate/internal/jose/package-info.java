/**
 * The only place that knows jose4j: a package-private group of classes behind {@link
 * org.launchgate.internal.jose.SignatureCheck}, {@link org.launchgate.internal.jose.Decryption} and
 * {@link org.launchgate.internal.jose.JsonWebKeys}, whose signatures show none of its types. Not
 * public API.
 */
@NullMarked
package org.launchgate.internal.jose;

import org.jspecify.annotations.NullMarked;
