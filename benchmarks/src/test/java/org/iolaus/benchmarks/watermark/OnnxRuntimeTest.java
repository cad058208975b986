package org.iolaus.benchmarks.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.iolaus.watermark.detection.DistinctPairs;
import org.iolaus.watermark.detection.KeyTest;
import org.iolaus.watermark.sampling.MarkedSampler;
import org.iolaus.watermark.scheme.ContextWindow;
import org.iolaus.watermark.scheme.Keying;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.scheme.Scheme.SynthId.Hash;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Marks inside a generation loop of ONNX Runtime: the session gives logits, the sampler takes them. */
class OnnxRuntimeTest {
    static final Scheme[] SCHEMES = {
        Scheme.Gumbel.STANDARD, new Scheme.SynthId(new ContextWindow(4), 30, Hash.SIP), new Scheme.Kgw(512, 0.25, 4)
    };

    private static final int VOCABULARY = 512;
    private static final long[] PROMPT = {17, 4, 211};
    private static final MarkKey ACCOUNT = new MarkKey("account", 1, 2);
    private static final MarkKey STRANGER = new MarkKey("stranger", 3, 4);

    @ParameterizedTest
    @FieldSource("SCHEMES")
    void sample_inTheLoopOfASession_leavesAMarkOfItsKeyAlone(Scheme scheme) throws OrtException {
        MarkedSampler sampler = MarkedSampler.of(scheme, new Keying.One(ACCOUNT), new SplittableRandom(1));
        long[] tokens = Arrays.copyOf(PROMPT, PROMPT.length + 250);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(BigramModel.bytes(VOCABULARY, 5))) {
            for (int length = PROMPT.length; length < tokens.length; length++) {
                tokens[length] = sampler.sample(lastLogits(environment, session, Arrays.copyOf(tokens, length)));
            }
        }

        int[] response = Arrays.stream(tokens)
                .skip(PROMPT.length)
                .mapToInt(Math::toIntExact)
                .toArray();
        KeyTest test = KeyTest.of(scheme, DistinctPairs.of(scheme.window(), List.of(response)));
        assertThat(test.score(ACCOUNT).pValue().log10()).isLessThan(-12);
        assertThat(test.score(STRANGER).pValue().log10()).isGreaterThan(-4);
    }

    private static float[] lastLogits(OrtEnvironment environment, OrtSession session, long[] tokens)
            throws OrtException {
        long[] shape = {1, tokens.length};
        try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens), shape);
                OrtSession.Result result = session.run(Map.of("tokens", input))) {
            float[][][] logits = (float[][][]) result.get(0).getValue();
            return logits[0][tokens.length - 1];
        }
    }
}
