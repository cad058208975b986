package org.iolaus.simulator.honest;

import java.util.List;
import java.util.SplittableRandom;

/** A kind of honest behaviour. */
public sealed interface Archetype
        permits Agency,
                AppPipeline,
                CarrierNat,
                ClassRoom,
                ClientAgency,
                Competition,
                Consumer,
                Coworking,
                Developer,
                EnterpriseSeats,
                EvaluationRunner,
                Family,
                FrameworkUser,
                GrowingStartup,
                Hackathon,
                JudgeResearcher,
                NicheVpn,
                OwnKey,
                PhoneApp,
                PolicyScholar,
                PrivacyMinded,
                RelayUser,
                RemoteCourse,
                RemoteTeam,
                Reseller,
                Sanctioned,
                SdkRelease,
                Specialist,
                UnverifiedFirm,
                ViralPrompt,
                VpnMove,
                VpnUser,
                WebGateway {
    /** Name under which its accounts are labelled. */
    String name();

    /** Adds about {@code accounts} accounts that behave so. */
    void join(Cast cast, SplittableRandom random, int accounts);

    /** Every kind. */
    static List<Archetype> all() {
        return List.of(
                new Agency(Agency.Order.REVIEWS),
                new Agency(Agency.Order.ANSWERS),
                new AppPipeline(),
                new CarrierNat(),
                new ClassRoom(),
                new ClientAgency(),
                new Competition(),
                new Consumer(),
                new Coworking(),
                new Developer(),
                new EnterpriseSeats(),
                new EvaluationRunner(),
                new Family(),
                new FrameworkUser(),
                new GrowingStartup(),
                new Hackathon(),
                new JudgeResearcher(),
                new NicheVpn(),
                new OwnKey(),
                new PhoneApp(),
                new PolicyScholar(),
                new PrivacyMinded(),
                new RelayUser(),
                new RemoteCourse(),
                new RemoteTeam(),
                new Reseller(),
                new Sanctioned(),
                new SdkRelease(),
                new Specialist(),
                new UnverifiedFirm(UnverifiedFirm.Work.TICKETS),
                new UnverifiedFirm(UnverifiedFirm.Work.DOCUMENTS),
                new UnverifiedFirm(UnverifiedFirm.Work.REVIEWS),
                new ViralPrompt(),
                new VpnMove(),
                new VpnUser(),
                new WebGateway());
    }

    /** The kind of a name. */
    static Archetype named(String name) {
        return all().stream()
                .filter(archetype -> archetype.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("archetype " + name + " must be one of "
                        + all().stream().map(Archetype::name).toList()));
    }
}
