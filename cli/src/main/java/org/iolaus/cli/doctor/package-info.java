/** Tries a service from its ingest to a gateway and says what works: traffic in, one line a check out. */
@NullMarked
package org.iolaus.cli.doctor;

import org.jspecify.annotations.NullMarked;
