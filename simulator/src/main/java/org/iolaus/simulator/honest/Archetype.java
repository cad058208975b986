package org.iolaus.simulator.honest;

import java.util.SplittableRandom;

/** A kind of honest behaviour. */
public sealed interface Archetype
        permits Agency,
                AppPipeline,
                ClassRoom,
                Consumer,
                Coworking,
                Developer,
                EnterpriseSeats,
                EvaluationRunner,
                Family,
                FrameworkUser,
                Hackathon,
                JudgeResearcher,
                PrivacyMinded,
                RemoteCourse,
                Reseller,
                Sanctioned,
                Specialist,
                ViralPrompt,
                VpnUser {
    /** Name under which its accounts are labelled. */
    String name();

    /** Adds about {@code accounts} accounts that behave so. */
    void join(Cast cast, SplittableRandom random, int accounts);
}
