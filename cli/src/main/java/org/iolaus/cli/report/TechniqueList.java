package org.iolaus.cli.report;

import java.util.List;

/** MITRE ATLAS techniques the campaign shows, by number and name. */
final class TechniqueList {
    private TechniqueList() {}

    static Html render(List<String> techniques) {
        if (techniques.isEmpty()) {
            return Html.NONE;
        }
        AtlasTechniques atlas = AtlasTechniques.current();
        Html items = techniques.stream()
                .map(id -> Html.of("<li><code>{}</code> {}</li>", id, atlas.name(id)))
                .collect(Html.joined());
        return Html.of(
                "<h3>Techniques</h3><ul class=\"techniques\">{}</ul><p class=\"quiet\">{}</p>\n",
                items,
                atlas.source());
    }
}
