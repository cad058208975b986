/** The configuration file: a tree of named sections, with overrides from the environment. */
@NullMarked
package org.iolaus.service.configuration;

import org.jspecify.annotations.NullMarked;
