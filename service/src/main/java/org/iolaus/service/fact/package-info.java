/** What has happened, as it is logged and replayed: exchanges' fingerprints, account updates, releases, reviews. */
@NullMarked
package org.iolaus.service.fact;

import org.jspecify.annotations.NullMarked;
