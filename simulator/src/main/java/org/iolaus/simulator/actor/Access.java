package org.iolaus.simulator.actor;

import java.util.List;
import org.iolaus.detection.exchange.Parameters;

/**
 * How somebody reaches the models.
 *
 * @param pathway the way in
 * @param program what calls
 * @param models which model is asked for
 * @param parameters sampling parameters
 * @param logsRefusals whether records tell what the model declined
 */
public record Access(String pathway, Program program, Models models, Parameters parameters, boolean logsRefusals) {
    /**
     * The model somebody asks for.
     *
     * @param usual model used from the start
     * @param second model used now and then
     * @param secondShare share of the second model
     * @param moves moves to new models, in order of release
     */
    public record Models(String usual, String second, double secondShare, List<Move> moves) {
        public Models {
            moves = List.copyOf(moves);
        }

        String at(long timeMicros, double chance) {
            for (int i = moves.size() - 1; i >= 0; i--) {
                Move move = moves.get(i);
                if (timeMicros >= move.from() && chance < move.share()) {
                    return move.model();
                }
            }
            return chance > 1 - secondShare ? second : usual;
        }
    }

    /**
     * A move to a new model.
     *
     * @param model the new model
     * @param from time of the move in microseconds
     * @param share share of exchanges moved
     */
    public record Move(String model, long from, double share) {}
}
