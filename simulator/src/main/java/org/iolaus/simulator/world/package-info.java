/**
 * What everybody shares: addresses, clients, ways to pay and to register, models and their releases, languages.
 */
@NullMarked
package org.iolaus.simulator.world;

import org.jspecify.annotations.NullMarked;
