package org.iolaus.detection.fingerprint.capability;

import static org.iolaus.detection.fingerprint.Capability.AGENTIC_CODING;
import static org.iolaus.detection.fingerprint.Capability.CODING;
import static org.iolaus.detection.fingerprint.Capability.COMPUTER_USE;
import static org.iolaus.detection.fingerprint.Capability.DATA_ANALYSIS;
import static org.iolaus.detection.fingerprint.Capability.INSTRUCTION_GENERATION;
import static org.iolaus.detection.fingerprint.Capability.ORDINARY;
import static org.iolaus.detection.fingerprint.Capability.REASONING;
import static org.iolaus.detection.fingerprint.Capability.RUBRIC_GRADING;
import static org.iolaus.detection.fingerprint.Capability.TOOL_USE;
import static org.iolaus.detection.fingerprint.Capability.VISION;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.iolaus.detection.fingerprint.Capability;

/**
 * What the kinds of the collected prompts ask for. Labels say what is asked, not who asks: a benchmark's few-shot chain
 * of thought asks for reasoning. {@link Capability#ORDINARY} is asked where nothing else is.
 *
 * @param asked capabilities asked for
 * @param undecided capabilities that the kind does not settle
 */
public record PromptLabels(Set<Capability> asked, Set<Capability> undecided) {
    private static final Pattern CODE_FAMILY = Pattern.compile(
            "(?i)cod(e|ing)|stackoverflow|leetcode|geeksforgeeks|w3schools|github|编程|代码|程序|python|java|sql|前端|后端|算法|开发");
    /** Cluster names of mixed arena prompts. */
    private static final Pattern MIXED = Pattern.compile("[A-Z].* .*");

    private static final Pattern SEEN = Pattern.compile("(?i)\\b(image|picture|photo)s?\\b");
    private static final Pattern MATHEMATICS = Pattern.compile("mmlu-.*(mathematics|algebra|statistics|logic)");
    private static final Pattern DERIVATION = Pattern.compile("mmlu-.*(physics|chemistry|engineering|learning)");

    /** Labels of a row by its own label and family; where a family mixes kinds, by its text. */
    public static PromptLabels of(String label, String family, String prompt) {
        return switch (label) {
            case "cot" -> asks(REASONING);
            case "coding" -> coding(family);
            case "tool" -> tool(family);
            case "table_qa" -> asks(DATA_ANALYSIS).except(REASONING);
            case "data" -> asks(DATA_ANALYSIS, REASONING);
            case "computer" -> computer(family);
            case "vision" -> vision(prompt);
            case "rubric" -> asks(RUBRIC_GRADING).except(REASONING);
            case "benchmark" -> benchmark(family);
            case "roleplay" -> roleplay(family);
            default -> everyday(family);
        };
    }

    private static PromptLabels coding(String family) {
        return family.equals("sweagent")
                ? asks(AGENTIC_CODING, CODING).except(REASONING, TOOL_USE)
                : asks(CODING).except(AGENTIC_CODING);
    }

    private static PromptLabels tool(String family) {
        return family.startsWith("toolbench")
                ? asks(TOOL_USE).except(REASONING)
                : asks(TOOL_USE).except(DATA_ANALYSIS, CODING);
    }

    private static PromptLabels computer(String family) {
        return family.startsWith("screenagent")
                ? asks(COMPUTER_USE, VISION).except(REASONING, RUBRIC_GRADING, TOOL_USE)
                : asks(COMPUTER_USE).except(REASONING, VISION, TOOL_USE);
    }

    private static PromptLabels vision(String prompt) {
        return SEEN.matcher(prompt).find()
                ? asks(VISION, COMPUTER_USE).except(REASONING, TOOL_USE)
                : asks(COMPUTER_USE).except(REASONING, VISION, TOOL_USE);
    }

    private static PromptLabels benchmark(String family) {
        if (!family.startsWith("mmlu") || MATHEMATICS.matcher(family).matches()) {
            return asks(REASONING);
        }
        return DERIVATION.matcher(family).matches() ? asks().except(REASONING, ORDINARY) : asks(ORDINARY);
    }

    private static PromptLabels roleplay(String family) {
        PromptLabels mixed = asks(ORDINARY)
                .except(CODING, AGENTIC_CODING, VISION, TOOL_USE, DATA_ANALYSIS, INSTRUCTION_GENERATION, REASONING);
        return family.equals("dev") ? mixed.except(ORDINARY) : mixed;
    }

    private static PromptLabels everyday(String family) {
        if (MIXED.matcher(family).matches()) {
            return asks().except(CODING, AGENTIC_CODING, REASONING, DATA_ANALYSIS, INSTRUCTION_GENERATION, ORDINARY);
        }
        if (CODE_FAMILY.matcher(family).find()) {
            return family.equals("coding") || family.equals("code") ? asks(CODING) : asks().except(CODING, ORDINARY);
        }
        return switch (family) {
            case "math", "reasoning" -> asks(REASONING);
            case "chat", "seed", "extraction", "open qa" -> asks(ORDINARY).except(CODING, REASONING, DATA_ANALYSIS);
            default -> asks(ORDINARY);
        };
    }

    /** A kind that asks for these and nothing else. */
    static PromptLabels asks(Capability... capabilities) {
        Set<Capability> asked = EnumSet.noneOf(Capability.class);
        asked.addAll(Set.of(capabilities));
        return new PromptLabels(asked, EnumSet.noneOf(Capability.class));
    }

    /** The same kind with more left undecided. */
    PromptLabels except(Capability... capabilities) {
        Set<Capability> more = EnumSet.noneOf(Capability.class);
        more.addAll(undecided);
        more.addAll(Set.of(capabilities));
        Set<Capability> rest = EnumSet.noneOf(Capability.class);
        rest.addAll(asked);
        rest.removeAll(more);
        return new PromptLabels(rest, more);
    }
}
