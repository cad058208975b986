package org.iolaus.service.decision;

import java.time.Instant;
import org.iolaus.detection.verdict.Verdict;

/**
 * What was recorded of a subject before a restart.
 *
 * @param subject whom
 * @param verdict which verdict the action rested on
 * @param since since when it stood
 */
public record Held(Subject subject, Verdict verdict, Instant since) {}
