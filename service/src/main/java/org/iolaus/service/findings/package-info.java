/** What was found, as the JSON objects of docs/formats.md; the scan and the live service write the same bytes. */
@NullMarked
package org.iolaus.service.findings;

import org.jspecify.annotations.NullMarked;
