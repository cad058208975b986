package org.iolaus.simulator.metadata;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.JsonNode;

/** A group of one account's metadata, as numbers. */
enum Facet {
    PARAMETERS {
        @Override
        double[] of(JsonNode account, List<JsonNode> exchanges) {
            JsonNode parameters = exchanges.getFirst().at("/request/parameters");
            return new double[] {
                parameters.path("temperature").asDouble(),
                parameters.path("max_tokens").asDouble(),
                parameters.path("logprobs").asBoolean() ? 1 : 0,
                parameters.path("n").asDouble(0),
                parameters.path("stream").asBoolean() ? 1 : 0,
                parameters.path("reasoning_effort").asString("").length()
            };
        }
    },
    TOKENS {
        @Override
        double[] of(JsonNode account, List<JsonNode> exchanges) {
            ToDoubleFunction<JsonNode> input = logarithm("/usage/input_tokens");
            ToDoubleFunction<JsonNode> output = logarithm("/usage/output_tokens");
            return new double[] {
                mean(exchanges, input), spread(exchanges, input), mean(exchanges, output), spread(exchanges, output)
            };
        }
    },
    FACTS {
        @Override
        double[] of(JsonNode account, List<JsonNode> exchanges) {
            String domain = account.path("email_domain").asString("");
            Instant created = Instant.parse(account.path("created").asString());
            Instant first = Instant.parse(exchanges.getFirst().path("time").asString());
            return new double[] {
                account.path("type").asString("").hashCode(),
                account.path("plan").asString("").hashCode(),
                account.path("verification").asString("").hashCode(),
                account.path("signup_country").asString("").hashCode(),
                domain.length(),
                domain.endsWith(".edu") ? 1 : 0,
                first.getEpochSecond() - created.getEpochSecond(),
                created.atZone(ZoneOffset.UTC).getHour()
            };
        }
    },
    CLOCK {
        @Override
        double[] of(JsonNode account, List<JsonNode> exchanges) {
            double[] numbers = new double[10];
            long hours = 0;
            for (JsonNode exchange : exchanges) {
                int hour = Instant.parse(exchange.path("time").asString())
                        .atZone(ZoneOffset.UTC)
                        .getHour();
                numbers[hour / 3] += 1.0 / exchanges.size();
                hours |= 1L << hour;
            }
            numbers[8] = Long.bitCount(hours);
            numbers[9] = spread(gaps(exchanges));
            return numbers;
        }
    },
    PROMPTS {
        @Override
        double[] of(JsonNode account, List<JsonNode> exchanges) {
            List<String> prompts = exchanges.stream()
                    .map(each -> each.at("/request/system").asString(""))
                    .toList();
            long changes = 0;
            for (int i = 1; i < prompts.size(); i++) {
                changes += prompts.get(i).equals(prompts.get(i - 1)) ? 0 : 1;
            }
            double days = 1
                    + Duration.between(time(exchanges.getFirst()), time(exchanges.getLast()))
                                    .toHours()
                            / 24.0;
            return new double[] {
                prompts.stream().filter(each -> !each.isEmpty()).distinct().count(),
                mean(exchanges, each -> each.at("/request/system").asString("").isEmpty() ? 0 : 1),
                changes / days,
                (double) changes / prompts.size()
            };
        }
    },
    MODELS {
        @Override
        double[] of(JsonNode account, List<JsonNode> exchanges) {
            return new double[] {
                mean(exchanges, each -> each.path("model").asString().equals("orion-3-mini") ? 1 : 0),
                mean(exchanges, each -> each.path("model").asString().equals("orion-3.5-large") ? 1 : 0),
                exchanges.getFirst().path("pathway").asString().hashCode()
            };
        }
    };

    abstract double[] of(JsonNode account, List<JsonNode> exchanges);

    private static Instant time(JsonNode exchange) {
        return Instant.parse(exchange.path("time").asString());
    }

    private static ToDoubleFunction<JsonNode> logarithm(String pointer) {
        return each -> Math.log(each.at(pointer).asDouble());
    }

    private static double mean(List<JsonNode> exchanges, ToDoubleFunction<JsonNode> value) {
        return exchanges.stream().mapToDouble(value).average().orElse(0);
    }

    private static double spread(List<JsonNode> exchanges, ToDoubleFunction<JsonNode> value) {
        return spread(exchanges.stream().mapToDouble(value).toArray());
    }

    private static double spread(double[] values) {
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            sum += value;
            squares += value * value;
        }
        double mean = sum / Math.max(1, values.length);
        return Math.sqrt(Math.max(0, squares / Math.max(1, values.length) - mean * mean));
    }

    /** Logarithms of the seconds between exchanges. */
    private static double[] gaps(List<JsonNode> exchanges) {
        double[] gaps = new double[exchanges.size() - 1];
        Instant before = Instant.parse(exchanges.getFirst().path("time").asString());
        for (int i = 1; i < exchanges.size(); i++) {
            Instant time = Instant.parse(exchanges.get(i).path("time").asString());
            gaps[i - 1] = Math.log1p((double) time.toEpochMilli() - before.toEpochMilli());
            before = time;
        }
        return gaps;
    }
}
