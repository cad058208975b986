package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.iolaus.detection.campaign.CampaignFinding.Drawing;
import org.iolaus.detection.campaign.CampaignFinding.Link;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.statistics.Betting;

/** Picks members and links to draw: those with the smallest keyed hashes, and for each object a ring of its holders. */
final class ClusterSample {
    private static final int MAX_MEMBERS = 80;
    private static final int MAX_LINKS = 240;

    private final List<Subject> sample;
    private final Signature signature;
    private final ObjectTable table;
    private final Int2IntOpenHashMap positions = new Int2IntOpenHashMap();

    ClusterSample(List<Subject> members, Signature signature, ObjectTable table) {
        sample = members.stream()
                .sorted(Comparator.comparingLong(Subject::key))
                .limit(MAX_MEMBERS)
                .toList();
        this.signature = signature;
        this.table = table;
        positions.defaultReturnValue(-1);
        for (int i = 0; i < sample.size(); i++) {
            positions.put(sample.get(i).index(), i);
        }
    }

    Drawing draw() {
        List<Link> links = new ArrayList<>();
        for (Map.Entry<Family, Signature.Part> part : signature.parts().entrySet()) {
            double bits = Betting.bits(part.getValue().matchNats());
            part.getValue().objects().intStream().sorted().forEach(id -> ring(id, part.getKey(), bits, links));
        }
        List<Link> drawn = links.stream()
                .distinct()
                .sorted(Comparator.comparingInt((Link link) -> spread(link)))
                .limit(MAX_LINKS)
                .toList();
        return new Drawing(sample.stream().map(ClusterSample::name).toList(), drawn);
    }

    private void ring(int object, Family family, double bits, List<Link> links) {
        IntArrayList users = table.get(object).users();
        int former = -1;
        for (int i = 0; i < users.size(); i++) {
            int position = positions.get(users.getInt(i));
            if (position >= 0 && former >= 0) {
                links.add(new Link(Math.min(former, position), Math.max(former, position), family.label(), bits));
            }
            former = position >= 0 ? position : former;
        }
    }

    /** Orders links so that any first few of them are spread over the sample. */
    private static int spread(Link link) {
        return (link.from() * 31 + link.to()) * 0x9e3779b9 ^ link.family().hashCode();
    }

    private static String name(Subject subject) {
        return subject.endUserId() == null ? subject.accountId() : subject.accountId() + "/" + subject.endUserId();
    }
}
