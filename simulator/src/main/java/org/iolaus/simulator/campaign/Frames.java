package org.iolaus.simulator.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Task;
import org.iolaus.simulator.honest.Cast;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.world.Voices;

/** Draws the frames into which a campaign puts its items. */
final class Frames {
    private Frames() {}

    static List<Task> of(Work work, Cast cast, SplittableRandom random) {
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

    private static Task prompted(Work work, Cast cast, Task task) {
        if (!work.system()) {
            return task.under("");
        }
        return work.copies().isEmpty() ? task : task.under(cast.systemPrompt(work.copies()));
    }
}
