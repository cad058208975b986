package org.iolaus.cli.explain;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.iolaus.cli.Failure;
import org.iolaus.cli.output.FindingFiles;
import org.iolaus.cli.output.OutputFolder;
import org.iolaus.cli.wording.Identifiers;
import org.iolaus.cli.wording.VisibleText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A folder that a scan wrote, searched for one identifier at a time. */
public final class ScanFiles {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> GROUP_FILES =
            List.of(FindingFiles.CAMPAIGNS, FindingFiles.WATCHED, FindingFiles.CLEARED);

    private final Path folder;

    private ScanFiles(Path folder) {
        this.folder = folder;
    }

    /** Opens a folder; one without a summary is not a finished scan. */
    public static ScanFiles open(Path folder) {
        if (!Files.isRegularFile(folder.resolve(FindingFiles.SUMMARY))) {
            throw Failure.input("--in " + folder + " holds no " + FindingFiles.SUMMARY
                    + "; it must be a folder that a scan has written\nMaybe run ./iolaus scan first.");
        }
        return new ScanFiles(folder);
    }

    /**
     * Everything on an account, an end user, a campaign or another group. Shortened identifiers are understood.
     *
     * @throws Failure if the files hold no such identifier; the message names similar ones
     */
    public Explanation explain(String id) {
        List<JsonNode> accounts = find(FindingFiles.ACCOUNTS, line -> names(line, id));
        TreeSet<String> campaigns = new TreeSet<>();
        accounts.forEach(account -> campaigns.add(
                account.path("campaign_id").asString(account.path("group_id").asString(id))));
        campaigns.add(id);
        List<JsonNode> groups = new ArrayList<>();
        for (String file : GROUP_FILES) {
            groups.addAll(find(file, line -> campaigns.contains(campaignId(line))));
        }
        Explanation explanation = new Explanation(accounts, groups);
        if (explanation.isEmpty()) {
            throw unknown(id);
        }
        return explanation;
    }

    private Failure unknown(String id) {
        NearMatches near = new NearMatches(id);
        GROUP_FILES.forEach(file -> each(file, line -> near.offer(campaignId(line))));
        each(FindingFiles.ACCOUNTS, line -> {
            near.offer(line.path("account_id").asString(""));
            near.offer(line.path("end_user_id").asString(""));
        });
        String advice = near.best().isEmpty() ? "" : "\nMaybe you mean " + String.join(" or ", near.best()) + ".";
        return Failure.unknownId(VisibleText.of(id) + " is no campaign, group or account above allow in " + folder
                + "\nIf it is an account of this traffic, its verdict is allow: nothing was found against it, and such"
                + " accounts are not listed." + advice);
    }

    private List<JsonNode> find(String file, Predicate<JsonNode> wanted) {
        List<JsonNode> found = new ArrayList<>();
        each(file, line -> {
            if (wanted.test(line)) {
                found.add(line);
            }
        });
        return found;
    }

    private void each(String file, Consumer<JsonNode> consumer) {
        try (BufferedReader reader = Files.newBufferedReader(folder.resolve(file))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                consumer.accept(MAPPER.readTree(line));
            }
        } catch (IOException e) {
            throw Failure.input(folder.resolve(file) + " cannot be read: " + OutputFolder.reason(e));
        } catch (JacksonException e) {
            throw Failure.input(folder.resolve(file) + " is damaged: " + e.getOriginalMessage());
        }
    }

    private static boolean names(JsonNode line, String id) {
        return Identifiers.matches(id, line.path("account_id").asString(""))
                || Identifiers.matches(id, line.path("end_user_id").asString(""));
    }

    private static String campaignId(JsonNode line) {
        return line.path("campaign_id").asString("");
    }
}
