/** What the fuzz targets share: senders, and what every answer has to keep to. */
package org.launchgate.fuzzing;
