/** The live service: facts in over the network, decisions out in milliseconds, people in between. */
@NullMarked
package org.iolaus.service;

import org.jspecify.annotations.NullMarked;
