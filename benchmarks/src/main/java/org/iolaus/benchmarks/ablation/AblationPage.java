package org.iolaus.benchmarks.ablation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.iolaus.benchmarks.recording.Recording;
import org.iolaus.evaluation.ArchetypeScore;
import org.iolaus.evaluation.CampaignScore;
import org.iolaus.evaluation.Evaluation;
import org.iolaus.evaluation.Score;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes the table of what a scan misses, and whom it hurts, without one layer, family or stage. */
final class AblationPage {
    private AblationPage() {}

    /** Arguments: the file to write, the command and the commit to state, then a folder of traffic for each run. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Omission> omissions = Omission.all();
        List<String> names = new ArrayList<>();
        List<List<Score>> scores = new ArrayList<>();
        for (String folder : Arrays.copyOfRange(arguments, 3, arguments.length)) {
            Path traffic = Path.of(folder);
            JsonNode truth = new JsonMapper().readTree(Files.readString(traffic.resolve("truth.json")));
            names.add(truth.path("split").asString() + " " + truth.path("seed").asLong());
            scores.add(scores(traffic, omissions));
        }
        Files.writeString(Path.of(arguments[0]), page(arguments[1], arguments[2], omissions, names, scores));
    }

    private static List<Score> scores(Path traffic, List<Omission> omissions) throws IOException, InterruptedException {
        Recording recording = Recording.read(traffic);
        List<Score> scores = new ArrayList<>();
        for (Omission omission : omissions) {
            scores.add(Evaluation.score(traffic, omission.scan(recording)));
        }
        return scores;
    }

    private static String page(
            String command, String commit, List<Omission> omissions, List<String> names, List<List<Score>> scores) {
        StringBuilder page = new StringBuilder(
                        "# Ablation\n\nRecall of each campaign when a scan goes without one layer, ")
                .append("one family or one stage: values are taken out of the traffic before the detector sees them. ")
                .append("In brackets, where not zero: honest accounts restricted / asked to verify. ")
                .append("`" + command + "`, commit " + commit + ".\n\n| without |");
        for (int run = 0; run < names.size(); run++) {
            page.append(' ')
                    .append(names.get(run))
                    .append(": ")
                    .append(campaigns(scores.get(run).getFirst()))
                    .append(" |");
        }
        page.append("\n|---").append("|---".repeat(names.size())).append("|\n");
        for (int i = 0; i < omissions.size(); i++) {
            page.append("| ").append(omissions.get(i).name()).append(" |");
            for (List<Score> run : scores) {
                page.append(' ').append(cell(run.get(i))).append(" |");
            }
            page.append('\n');
        }
        return page.toString();
    }

    private static String campaigns(Score score) {
        return score.campaigns().stream().map(CampaignScore::campaign).collect(Collectors.joining(", "));
    }

    private static String cell(Score score) {
        String recall = score.campaigns().stream()
                .map(each -> String.format(Locale.ROOT, "%.3f", each.recall()))
                .collect(Collectors.joining(", "));
        int asked = score.archetypes().stream()
                .mapToInt(ArchetypeScore::askedToVerify)
                .sum();
        boolean clean = score.honestFlagged() + asked == 0;
        return clean ? recall : recall + " (" + score.honestFlagged() + " / " + asked + ")";
    }
}
