/**
 * The clairvoyant bound: how well a model trained on the labels tells a campaign's accounts from honest ones by all that
 * is known of an account and its relations. In come folders of labelled traffic of several seeds; out goes a table of
 * areas under the curve, shape by shape.
 */
@NullMarked
package org.iolaus.benchmarks.bound;

import org.jspecify.annotations.NullMarked;
