/** What happens, told to whoever listens: server-sent events with a bounded past. */
@NullMarked
package org.iolaus.service.events;

import org.jspecify.annotations.NullMarked;
