/**
 * What a mark is: keys, the keyed function, the context it hangs on, and the schemes with their parameters. Everything
 * else in the module stands on this package; it stands on nothing.
 */
@NullMarked
package org.iolaus.watermark.scheme;

import org.jspecify.annotations.NullMarked;
