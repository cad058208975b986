/**
 * What enters detection: exchanges, account facts and releases, free of any wire format. Everything downstream depends
 * on this package; it depends on nothing.
 */
@NullMarked
package org.iolaus.detection.exchange;

import org.jspecify.annotations.NullMarked;
