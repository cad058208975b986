package org.iolaus.simulator.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Actor;
import org.iolaus.simulator.actor.ItemScript;
import org.iolaus.simulator.actor.Series;
import org.iolaus.simulator.actor.Task;
import org.iolaus.simulator.honest.Cast;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.world.Voices;

/** Draws the frames into which a campaign puts its items. */
final class Frames {
    private Frames() {}

    static List<Task> of(Work work, Cast cast, SplittableRandom random) {
        if (work.copies().equals(Work.BENCHMARK)) {
            return List.of(benchmark(work, cast).answered(work.answerTokens()));
        }
        List<Task> tasks = new ArrayList<>();
        for (String kind : work.kinds()) {
            for (int i = 0; i < work.wordings(); i++) {
                Language language = random.nextInt(10) < 7 ? Language.ENGLISH : Language.draw(random);
                Task task = Voices.task(cast.world().grammar(language), random, kind, work.answerTokens());
                tasks.add(prompted(work, cast, task));
            }
        }
        return tasks;
    }

    /** Frame of a benchmark that honest laboratories run, of a kind that is wanted if there is one. */
    private static Task benchmark(Work work, Cast cast) {
        List<Task> known = cast.actors().stream()
                .filter(actor -> actor.label().archetype().equals(Work.BENCHMARK))
                .map(Actor::script)
                .map(script -> script instanceof Series series ? series.parts().getFirst() : script)
                .filter(ItemScript.class::isInstance)
                .map(script -> ((ItemScript) script).tasks().getFirst())
                .toList();
        return known.stream()
                .filter(task -> work.kinds().contains(task.kind()))
                .findFirst()
                .orElseGet(known::getFirst);
    }

    private static Task prompted(Work work, Cast cast, Task task) {
        if (!work.system()) {
            return task.under("");
        }
        return work.copies().isEmpty() ? task : task.under(cast.systemPrompt(work.copies()));
    }
}
