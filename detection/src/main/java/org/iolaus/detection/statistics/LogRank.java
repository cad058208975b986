package org.iolaus.detection.statistics;

/**
 * A safe log-rank test: an e-process against the hypothesis that some subjects do something for the first time no sooner
 * than others who could have done it too. Of all who act at one moment, as many of the observed as their share of those
 * at risk are expected among them; a gambler bets that it is more. Under the null the expectation of the wealth is at
 * most 1 at every stopping time, so one may look after every step. Mixes a fixed grid of hazard ratios by their mean.
 * Not thread-safe.
 *
 * <p>Ties: those who act in one step are drawn without replacement, so a product of factors with replacement has an
 * expectation of at most 1 too (Hoeffding 1963).
 *
 * <p>Paper: J. ter Schure, M. Pérez-Ortiz, A. Ly, P. Grünwald, "The safe logrank test" (arXiv 2011.06931).
 */
public final class LogRank {
    private static final double[] RATIOS = {2, 4, 8, 16, 32};

    private final double[] wealth = new double[RATIOS.length];
    private double peak;

    /**
     * Who could act in one step, and who did.
     *
     * @param atRisk subjects that had not acted before the step and were there to act
     * @param acted those of them that acted
     */
    public record Step(int atRisk, int acted) {
        public Step {
            if (acted < 0 || atRisk < acted) {
                throw new IllegalArgumentException("acted " + acted + " must be in 0.." + atRisk);
            }
        }
    }

    /**
     * Bets on one step.
     *
     * @param observed those bet upon
     * @param others those compared with
     */
    public void step(Step observed, Step others) {
        int acted = observed.acted() + others.acted();
        if (acted == 0) {
            return;
        }
        double all = (double) observed.atRisk() + others.atRisk();
        for (int i = 0; i < RATIOS.length; i++) {
            double weighted = RATIOS[i] * observed.atRisk() + others.atRisk();
            wealth[i] += observed.acted() * StrictMath.log(RATIOS[i]) - acted * StrictMath.log(weighted / all);
        }
        peak = Math.max(peak, Betting.logMeanExp(wealth));
    }

    /** The most wealth ever held, in nats: with chance {@code exp(-nats)} at most it comes to so much by accident. */
    public double peakNats() {
        return peak;
    }
}
