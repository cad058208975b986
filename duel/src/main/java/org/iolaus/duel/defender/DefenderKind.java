package org.iolaus.duel.defender;

/** The four ways of defending that a duel compares. */
public enum DefenderKind {
    NONE("none"),
    VOLUME("bans by volume"),
    SHARING("bans by shared attributes"),
    IOLAUS("Iolaus");

    private final String label;

    DefenderKind(String label) {
        this.label = label;
    }

    /** The name a person reads. */
    public String label() {
        return label;
    }

    /** A defender of this kind that has seen nothing yet. */
    public Defender create(Thresholds thresholds) {
        return switch (this) {
            case NONE -> new NoDefender();
            case VOLUME -> new VolumeDefender(thresholds.volume());
            case SHARING -> new SharingDefender(thresholds);
            case IOLAUS -> new IolausDefender();
        };
    }
}
