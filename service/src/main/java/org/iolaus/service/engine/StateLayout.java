package org.iolaus.service.engine;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.iolaus.detection.fingerprint.AccountFingerprinter;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.fingerprint.FingerprintConfig;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.profile.ItemSample;
import org.iolaus.detection.profile.Recurrence;
import org.iolaus.service.snapshot.StateCodec;

/** The classes that the engine's state is made of. One that is missing here makes saving fail, and a test with it. */
final class StateLayout {
    private static final List<Class<?>> PLATFORM = List.of(
            ArrayList.class,
            HashMap.class,
            HashSet.class,
            TreeMap.class,
            ConcurrentHashMap.class,
            EnumMap.class,
            PriorityQueue.class,
            BitSet.class,
            IntArrayList[].class,
            DoubleArrayList.class,
            Int2IntOpenHashMap.class,
            Int2LongOpenHashMap.class,
            Int2ObjectOpenHashMap.class,
            IntOpenHashSet.class,
            Long2IntOpenHashMap.class,
            Long2LongOpenHashMap.class,
            Long2ObjectOpenHashMap.class,
            LongOpenHashSet.class,
            Object2IntOpenHashMap.class);

    private static final String DETECTION = "org.iolaus.detection.";
    private static final String ENGINE = "org.iolaus.service.engine.";

    private static final List<String> NAMES = List.of(
            ENGINE + "EngineState",
            ENGINE + "Watermark",
            ENGINE + "Watermark$Clock",
            ENGINE + "AccountDirectory",
            DETECTION + "exchange.Account",
            DETECTION + "exchange.Account$Type",
            DETECTION + "exchange.Account$Verification",
            DETECTION + "exchange.Release",
            DETECTION + "exchange.Review",
            DETECTION + "exchange.Review$Outcome",
            DETECTION + "fingerprint.AccountFingerprint",
            DETECTION + "fingerprint.Fingerprint",
            DETECTION + "fingerprint.Fingerprint$NetworkKind",
            DETECTION + "fingerprint.FingerprintConfig",
            DETECTION + "profile.Subject",
            DETECTION + "profile.ItemSample",
            DETECTION + "profile.Recurrence",
            DETECTION + "profile.Catalog",
            DETECTION + "profile.ContentSet",
            DETECTION + "link.Admission",
            DETECTION + "link.Supernets",
            DETECTION + "link.Cohorts",
            DETECTION + "link.CohortTally",
            "[L" + DETECTION + "link.CohortTally;",
            DETECTION + "link.Family",
            DETECTION + "link.Layer",
            DETECTION + "link.Neighbours",
            DETECTION + "link.ObjectTable",
            DETECTION + "link.Owners",
            DETECTION + "link.Payers",
            DETECTION + "link.Popularity",
            "[L" + DETECTION + "link.Popularity;",
            DETECTION + "link.Reference",
            DETECTION + "link.ReferenceConfig",
            DETECTION + "link.SharedObject",
            DETECTION + "link.Unadmitted",
            DETECTION + "cluster.Crossing",
            DETECTION + "cluster.GroupTest",
            DETECTION + "cluster.SignupTest",
            DETECTION + "campaign.Assessment",
            DETECTION + "campaign.Assessment$Standing",
            DETECTION + "campaign.Assessor",
            DETECTION + "campaign.Baseline",
            DETECTION + "campaign.Bounds",
            DETECTION + "campaign.CampaignTracker",
            DETECTION + "campaign.Column",
            DETECTION + "campaign.ColumnScore",
            DETECTION + "campaign.Cells",
            DETECTION + "campaign.Crowds",
            DETECTION + "campaign.DomainPopularity",
            DETECTION + "campaign.Everybody",
            DETECTION + "campaign.Evidence",
            DETECTION + "campaign.Group",
            "[L" + DETECTION + "campaign.Group;",
            DETECTION + "campaign.Group$Look",
            DETECTION + "campaign.Groups",
            DETECTION + "campaign.Lessons",
            DETECTION + "campaign.Lessons$Lesson",
            DETECTION + "campaign.Lessons$Values",
            DETECTION + "campaign.Looks",
            DETECTION + "campaign.Membership",
            DETECTION + "campaign.Newcomers",
            DETECTION + "campaign.Newcomers$Refusal",
            DETECTION + "campaign.Pivot",
            DETECTION + "campaign.Pivots",
            DETECTION + "campaign.Purses",
            DETECTION + "campaign.Signature",
            DETECTION + "campaign.Signature$Part",
            DETECTION + "campaign.Stage",
            DETECTION + "campaign.Strength",
            DETECTION + "campaign.Traffic",
            DETECTION + "verdict.Exemptions",
            DETECTION + "verdict.Exemptions$Named",
            DETECTION + "verdict.Verdict",
            DETECTION + "verdict.Verdicts",
            DETECTION + "verdict.Verdicts$Reached",
            DETECTION + "verdict.Verdicts$Ruling",
            DETECTION + "pipeline.Deduplication",
            DETECTION + "pipeline.Detector",
            DETECTION + "pipeline.DetectorConfig",
            DETECTION + "pipeline.EpochBuffer",
            DETECTION + "pipeline.Linker",
            DETECTION + "pipeline.Subjects",
            DETECTION + "pipeline.Subjects$Order");

    /** What each subject has of its own, and nobody else refers to. */
    private static final Set<Class<?>> UNSHARED = Set.of(
            String.class,
            int[].class,
            long[].class,
            long[][].class,
            byte[].class,
            IntArrayList.class,
            IntArrayList[].class,
            IntOpenHashSet.class,
            Long2IntOpenHashMap.class,
            ItemSample.class,
            Recurrence.class,
            Fingerprint.class);

    private StateLayout() {}

    static StateCodec<EngineState> codec() {
        List<Class<?>> classes = new ArrayList<>(PLATFORM);
        NAMES.forEach(name -> classes.add(named(name)));
        classes.add(AccountFingerprinter.class);
        return new StateCodec<>(
                EngineState.class,
                classes,
                UNSHARED,
                Map.of(AccountFingerprinter.class, new Fingerprinters(), EnumMap.class, new ByFamily()));
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name, false, StateLayout.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " must be a class of the state", e);
        }
    }

    /** A fingerprinter is made anew from its configuration. */
    private static final class Fingerprinters extends Serializer<AccountFingerprinter> {
        @Override
        public void write(Kryo kryo, Output output, AccountFingerprinter fingerprinter) {
            kryo.writeObject(output, fingerprinter.config());
        }

        @Override
        public AccountFingerprinter read(Kryo kryo, Input input, Class<? extends AccountFingerprinter> type) {
            return new AccountFingerprinter(kryo.readObject(input, FingerprintConfig.class));
        }
    }

    /** Maps by family: a map of constants does not say of which when it is empty. */
    @SuppressWarnings("rawtypes")
    private static final class ByFamily extends Serializer<EnumMap> {
        @Override
        public void write(Kryo kryo, Output output, EnumMap map) {
            for (Family family : Family.values()) {
                kryo.writeClassAndObject(output, map.get(family));
            }
        }

        @Override
        public EnumMap read(Kryo kryo, Input input, Class<? extends EnumMap> type) {
            Map<Family, Object> map = new EnumMap<>(Family.class);
            for (Family family : Family.values()) {
                Object value = kryo.readClassAndObject(input);
                if (value != null) {
                    map.put(family, value);
                }
            }
            return (EnumMap) map;
        }
    }
}
