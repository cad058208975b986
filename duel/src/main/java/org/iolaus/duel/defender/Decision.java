package org.iolaus.duel.defender;

import org.iolaus.detection.verdict.Verdict;

/**
 * What a defender decided on somebody.
 *
 * @param subject account, or end user of one
 * @param verdict what follows; a subject comes again if its verdict grows stronger
 * @param micros event time of the deciding exchange
 * @param exchangesBefore exchanges of the subject before that one
 */
public record Decision(String subject, Verdict verdict, long micros, long exchangesBefore) {}
