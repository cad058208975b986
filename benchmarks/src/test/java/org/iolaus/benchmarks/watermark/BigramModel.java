package org.iolaus.benchmarks.watermark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;

/**
 * A language model of one node in ONNX's file format: the logits after a token are the token's row of a table. Written
 * as protocol buffers by hand; the numbers are the field numbers of {@code onnx.proto}, version 8 of the format.
 */
final class BigramModel {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private BigramModel() {}

    /** Input {@code tokens}, int64 of [1, length]; output {@code logits}, float of [1, length, vocabulary]. */
    static byte[] bytes(int vocabularySize, long seed) {
        Message node = new Message()
                .text(1, "table")
                .text(1, "tokens")
                .text(2, "logits")
                .text(4, "Gather");
        Message table = new Message()
                .number(1, vocabularySize)
                .number(1, vocabularySize)
                .number(2, FLOAT)
                .text(8, "table")
                .bytes(9, weights(vocabularySize, seed));
        Message graph = new Message()
                .message(1, node)
                .text(2, "bigrams")
                .message(5, table)
                .message(11, value("tokens", INT64, dimension(1), anyDimension()))
                .message(12, value("logits", FLOAT, dimension(1), anyDimension(), dimension(vocabularySize)));
        return new Message()
                .number(1, 8)
                .message(7, graph)
                .message(8, new Message().number(2, 13))
                .toByteArray();
    }

    private static byte[] weights(int vocabularySize, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ByteBuffer weights = ByteBuffer.allocate(vocabularySize * vocabularySize * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        while (weights.hasRemaining()) {
            weights.putFloat((float) random.nextGaussian() * 3);
        }
        return weights.array();
    }

    private static Message value(String name, int type, Message... dimensions) {
        Message shape = new Message();
        for (Message dimension : dimensions) {
            shape.message(1, dimension);
        }
        Message tensor = new Message().number(1, type).message(2, shape);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    private static Message dimension(int size) {
        return new Message().number(1, size);
    }

    private static Message anyDimension() {
        return new Message().text(2, "length");
    }

    /** A protocol buffer's message under way. */
    private static final class Message {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint((long) field << 3);
            varint(value);
            return this;
        }

        Message text(int field, String text) {
            return bytes(field, text.getBytes(UTF_8));
        }

        Message message(int field, Message message) {
            return bytes(field, message.toByteArray());
        }

        Message bytes(int field, byte[] content) {
            varint((long) field << 3 | 2);
            varint(content.length);
            bytes.writeBytes(content);
            return this;
        }

        byte[] toByteArray() {
            return bytes.toByteArray();
        }

        private void varint(long value) {
            long left = value;
            while (left >= 0x80) {
                bytes.write((int) left & 0x7f | 0x80);
                left >>>= 7;
            }
            bytes.write((int) left);
        }
    }
}
