/**
 * Reads settings from YAML with errors that name file, line, key, value and rule. Knows nothing of what the settings are
 * for.
 */
@NullMarked
package org.iolaus.simulator.yaml;

import org.jspecify.annotations.NullMarked;
