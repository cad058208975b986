package org.iolaus.ingest.stream;

import java.io.InputStream;

/**
 * Lines of exchanges that come as one stream of plain bytes and lie in no file.
 *
 * @param name what stands for a file's name in rejections
 * @param source source of exchanges that name none
 * @param bytes the lines; closed when they end
 */
public record LineStream(String name, String source, InputStream bytes) {}
