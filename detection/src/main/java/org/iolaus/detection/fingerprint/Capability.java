package org.iolaus.detection.fingerprint;

/** What an exchange asks the model to show. An exchange may ask for several. */
public enum Capability {
    REASONING("reasoning"),
    AGENTIC_CODING("agentic_coding"),
    CODING("coding"),
    TOOL_USE("tool_use"),
    DATA_ANALYSIS("data_analysis"),
    COMPUTER_USE("computer_use"),
    VISION("vision"),
    RUBRIC_GRADING("rubric_grading"),
    POLICY_REWRITING("policy_rewriting"),
    REFUSAL_PROBING("refusal_probing"),
    INSTRUCTION_GENERATION("instruction_generation"),
    ORDINARY("ordinary");

    private final String label;

    Capability(String label) {
        this.label = label;
    }

    /** The name used in files. */
    public String label() {
        return label;
    }
}
