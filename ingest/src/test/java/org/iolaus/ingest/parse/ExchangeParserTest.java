package org.iolaus.ingest.parse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.iolaus.detection.exchange.Exchange;
import org.iolaus.detection.exchange.Message;
import org.iolaus.detection.exchange.Message.Role;
import org.iolaus.detection.exchange.Network;
import org.iolaus.detection.exchange.Parameters;
import org.iolaus.detection.exchange.Request;
import org.iolaus.detection.exchange.Usage;
import org.iolaus.ingest.json.LineRejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeParserTest {
    private static final String FULL = """
            {"id":"ex-1","time":"2026-02-23T10:00:00.123456Z","account_id":"acct-7f3a","organization_id":"org-19",
            "api_key_id":"key-02","pathway":"api","operation":"chat","model":"atlas-4-large","conversation_id":"conv-1",
            "end_user_id":"eu-5","provider":"atlas","source":"gateway-1","metadata":{"a":[1,{"b":null}]},
            "network":{"ip":"203.0.113.9","asn":64500,"country":"SG","ja4":"t13d","user_agent":"openai-python/1.40.0"},
            "request":{"system":"You are \\"kind\\".","messages":[{"role":"user","content":"hi \\u4f60"}],
            "tools":["get_weather",{"name":"a"},{"type":"function","function":{"name":"b"}},{"type":"web_search"}],
            "parameters":{"temperature":1.0,"max_tokens":4096,"logprobs":false,"n":1,"stream":true,
            "reasoning_effort":"high"}},
            "response":{"text":"t","reasoning":"r","finish_reason":"stop","refused":false},
            "usage":{"input_tokens":512,"output_tokens":1800,"reasoning_tokens":900},"status":200}
            """;
    private static final String VALID =
            "{'id':'x','time':'2026-02-23T10:00:00Z','account_id':'a','model':'m','request':{'system':'s'}}";

    private final ExchangeParser parser = new ExchangeParser(
            micros(Instant.parse("2015-01-01T00:00:00Z")), micros(Instant.parse("2027-01-01T00:00:00Z")));

    @Test
    void parse_fullLine_takesEveryField() throws LineRejection {
        Exchange e = parse(FULL);

        assertThat(e.timeMicros()).isEqualTo(micros(Instant.parse("2026-02-23T10:00:00.123456Z")));
        assertThat(e.id() + e.accountId() + e.organizationId() + e.apiKeyId()).isEqualTo("ex-1acct-7f3aorg-19key-02");
        assertThat(e.pathway() + e.operation() + e.model()).isEqualTo("apichatatlas-4-large");
        assertThat(e.conversationId() + e.endUserId() + e.provider()).isEqualTo("conv-1eu-5atlas");
        assertThat(e.source()).isEqualTo("gateway-1");
        assertThat(e.network()).isEqualTo(new Network("203.0.113.9", 64500, "SG", "t13d", "openai-python/1.40.0"));
        assertThat(e.request().system()).hasToString("You are \"kind\".");
        assertThat(e.request().turn())
                .extracting(Message::text)
                .map(Object::toString)
                .containsExactly("hi \u4f60");
        assertThat(e.request().tools()).containsExactly("get_weather", "a", "b", "web_search");
        assertThat(e.request().parameters()).isEqualTo(new Parameters(1.0, 4096, false, 1, true, "high"));
        assertThat(e.response().text() + "/" + e.response().reasoning()).isEqualTo("t/r");
        assertThat(e.response().refused()).isFalse();
        assertThat(e.usage()).isEqualTo(new Usage(512, 1800, 900));
        assertThat(e.status()).isEqualTo(200);
    }

    @Test
    void parse_shortestLine_leavesRestUnknown() throws LineRejection {
        Exchange e = parse(quoted(VALID));

        assertThat(e.source()).isEqualTo("folder");
        assertThat(e.network()).isEqualTo(Network.UNKNOWN);
        assertThat(e.usage()).isEqualTo(Usage.UNKNOWN);
        assertThat(e.request().turn()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'model':'m','id':'x','request':{'system':'s'},'time':'2026-02-23T10:00:00Z','account_id':'a'}
            { 'id' : 'x', 'time': '2026-02-23T10:00:00Z', 'account_id':'a' ,'model':'m','request':{'system':'s'} }
            {'i\\u0064':'x','time':'2026-02-23T10:00:00Z','account_id':'a','model':'m','request':{'system':'s'}}
            {'id':'x','idx':1,'time':'2026-02-23T10:00:00Z','account_id':'a','model':'m','request':{'system':'s'}}
            """)
    void parse_fieldsOtherwiseThanInLineBefore_sameExchange(String line) throws LineRejection {
        Exchange before = parse(quoted(VALID));
        Exchange e = parse(quoted(line));

        assertThat(e.id() + e.accountId() + e.model()).isEqualTo("xam");
        assertThat(e.timeMicros()).isEqualTo(before.timeMicros());
        assertThat(e.request().system()).hasToString("s");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'id':'x'                      | 'id':7                                | id must be a string, not the number 7
            'id':'x',                     | ``                                    | id is missing and must be given
            'id':'x'                      | 'id':''                               | id is empty and must not be
            'account_id':'a'              | 'account_id':null                     | account_id is missing and must be given
            'model':'m',                  | ``                                    | model is missing and must be given
            'time':'2026-02-23T10:00:00Z',| ``                                    | time is missing and must be given
            '2026-02-23T10:00:00Z'        | '2026-02-23T10:00:00'                 | time 2026-02-23T10:00:00 must be a time as in RFC 3339 with its zone
            '2026-02-23T10:00:00Z'        | '1970-01-01T00:00:00Z'                | time 1970-01-01T00:00:00Z must not be before 2015-01-01T00:00:00Z
            '2026-02-23T10:00:00Z'        | '3000-01-01T00:00:00Z'                | time 3000-01-01T00:00:00Z must not be more than 5 minutes ahead of now
            {'system':'s'}                | {}                                    | request.messages and request.system are missing and one must be given
            {'system':'s'}                | 's'                                   | request must be an object, not a string
            {'system':'s'}                | {'system':['s']}                      | request.system must be a string, not an array
            {'system':'s'}                | {'messages':'s'}                      | request.messages must be an array, not a string
            {'system':'s'}                | {'messages':[{'content':'s'}]}        | request.messages.role is missing and must be given
            {'system':'s'}                | {'messages':[{'role':'user','content':5}]} | request.messages.content must be a string or an array of parts, not the number 5
            'model':'m'                   | 'model':'m','network':{'ip':'300.1.1.1'}   | network.ip 300.1.1.1 must be an IPv4 or IPv6 address
            'model':'m'                   | 'model':'m','network':{'asn':-1}      | network.asn -1 must be a whole number from 0 to 4294967295
            'model':'m'                   | 'model':'m','usage':{'input_tokens':1.5}   | usage.input_tokens 1.5 must be a whole number
            'model':'m'                   | 'model':'m','status':'200'            | status must be a number, not a string
            'model':'m'                   | 'model':'m','model':'n'               | model must not come twice in one object
            'model':'m'                   | 'model':'\\ud800'                     | malformed JSON at byte 67: an escape must be valid and a surrogate must be one of a pair
            'model':'m'                   | 'model':m                             | malformed JSON at byte 66: a value must follow
            'model':'m'                   | 'model' 'm'                           | malformed JSON at byte 66: ':' must follow
            'model':'m'                   | 'model':'m'}                          | malformed JSON at byte 70: the line must end after its object
            """)
    void parse_badLine_namesFieldValueAndRule(String good, String bad, String reason) {
        String line = quoted(VALID.replace(good, bad));

        assertThatThrownBy(() -> parse(line)).isInstanceOf(LineRejection.class).hasMessage(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            u:1                          | 0 | u:1
            u:1 a:2 u:3                  | 2 | u:3
            u:1 a:2 u:3 t:4              | 2 | u:3 t:4
            u:1 a:2 u:3 a:prefill        | 2 | u:3
            u:1 a:2 u:3 a:pre a:fill     | 2 | u:3
            s:sys u:1 a:2 u:3            | 2 | u:3
            a:1                          | 0 | ``
            """)
    void parse_conversation_keepsWhatFollowsLastAnswer(String messages, int earlier, String turn) throws LineRejection {
        Exchange e = parse(quoted(VALID.replace("'system':'s'", "'messages':[" + messages(messages) + "]")));

        assertThat(e.request().earlierMessages()).isEqualTo(earlier);
        String kept = String.join(
                " ",
                e.request().turn().stream()
                        .map(m -> m.role().name().toLowerCase(Locale.ROOT).charAt(0) + ":" + m.text())
                        .toList());
        assertThat(kept).isEqualTo(turn);
    }

    @Test
    void parse_systemMessages_joinIntoSystemPromptOnlyIfThereIsNone() throws LineRejection {
        String messages = "'messages':[{'role':'system','content':'a'},{'role':'user','content':'b'},"
                + "{'role':'developer','content':[{'type':'text','text':'c'}]}]";

        Request joined = parse(quoted(VALID.replace("'system':'s'", messages))).request();
        assertThat(joined.system()).hasToString("a\nc");
        assertThat(joined.turn()).extracting(Message::role).containsExactly(Role.USER);

        Request own = parse(quoted(VALID.replace("'system':'s'", "'system':'s'," + messages)))
                .request();
        assertThat(own.system()).hasToString("s");
        assertThat(own.turn()).extracting(Message::role).containsExactly(Role.SYSTEM, Role.USER, Role.SYSTEM);
    }

    @Test
    void parse_parts_joinsTextsAndCountsTheRest() throws LineRejection {
        String parts = "[{'type':'text','text':'a'},{'type':'image_url','image_url':{'url':'x'}},{'type':'image'},"
                + "{'text':'b\\n','type':'input_text'},{'type':'tool_result','content':'z'},{'type':'audio','text':'n'}]";
        Message message = parse(
                        quoted(VALID.replace("'system':'s'", "'messages':[{'content':" + parts + ",'role':'user'}]")))
                .request()
                .turn()
                .getFirst();

        assertThat(message.text()).hasToString("a\nb\n");
        assertThat(message.images()).isEqualTo(2);
        assertThat(message.toolResults()).isEqualTo(1);
    }

    @Test
    void parse_promptInWrongPlace_isNotInReason() {
        assertThatThrownBy(() -> parse(quoted(VALID.replace("'s'", "{'secret prompt':'secret prompt'}"))))
                .isInstanceOf(LineRejection.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void parse_longValue_isShortened() {
        assertThatThrownBy(() -> parse(quoted(VALID.replace("2026-02-23T10:00:00Z", "9".repeat(1_000)))))
                .isInstanceOf(LineRejection.class)
                .hasMessageContaining("9...")
                .satisfies(e -> assertThat(e).message().hasSizeLessThan(150));
    }

    @Test
    void parse_invalidUtf8_isRejected() {
        byte[] line = quoted(VALID.replace("'s'", "'\u00ff'")).getBytes(ISO_8859_1);

        assertThatThrownBy(() -> parser.parse(line, 0, line.length, ""))
                .isInstanceOf(LineRejection.class)
                .hasMessage("byte 91 must be UTF-8");
    }

    private Exchange parse(String line) throws LineRejection {
        byte[] bytes = line.getBytes(UTF_8);
        return parser.parse(bytes, 0, bytes.length, "folder");
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }

    /** Messages of JSON from words such as {@code u:hello}, the letter being the role's first. */
    private static String messages(String words) {
        return Arrays.stream(words.split(" "))
                .map(word -> "{'role':'" + role(word.charAt(0)) + "','content':'" + word.substring(2) + "'}")
                .collect(Collectors.joining(","));
    }

    private static String role(char letter) {
        return switch (letter) {
            case 'u' -> "user";
            case 'a' -> "assistant";
            case 's' -> "system";
            default -> "tool";
        };
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
