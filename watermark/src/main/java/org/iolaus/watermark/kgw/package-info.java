/**
 * The green lists of Kirchenbauer et al., drawn as PyTorch's generator on a CPU draws them.
 */
@NullMarked
package org.iolaus.watermark.kgw;

import org.jspecify.annotations.NullMarked;
