/**
 * Text from grammars of our own, in five languages: rule files in, sentences, code and tasks out. Every seed keeps
 * another part of each rule, so no two seeds speak alike.
 */
@NullMarked
package org.iolaus.simulator.text;

import org.jspecify.annotations.NullMarked;
