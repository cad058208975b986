/** JMH benchmarks of single steps. */
@NullMarked
package org.iolaus.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
