/** Who may do what: API keys and their scopes. */
@NullMarked
package org.iolaus.service.access;

import org.jspecify.annotations.NullMarked;
