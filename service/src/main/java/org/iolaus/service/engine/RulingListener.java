package org.iolaus.service.engine;

import java.util.List;

/** Hears of verdicts in the order they are reached. Called on the detector's thread, so it must not wait. */
@FunctionalInterface
public interface RulingListener {
    void ruled(List<Ruling> rulings);
}
