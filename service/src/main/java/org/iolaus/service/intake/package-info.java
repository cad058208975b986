/**
 * Ways into the service. Input: bodies of requests, records of a topic, lines of a file that grows; output: batches of
 * facts without any text. What breaks a rule is set aside, counted, and told to the sender where there is one.
 */
@NullMarked
package org.iolaus.service.intake;

import org.jspecify.annotations.NullMarked;
