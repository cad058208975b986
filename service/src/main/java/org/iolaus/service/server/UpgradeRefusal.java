package org.iolaus.service.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;

/**
 * Keeps a connection that begins with HTTP/1.1 at that: an upgrade to HTTP/2 by header, which RFC 9113 (3.1) took back,
 * is ignored as the standard allows, because Java's own client loses its place in longer answers to one. HTTP/2 by prior
 * knowledge stays. Armeria has no setting for it, so the first bytes, by which it tells the two apart, are handed on
 * alone, and what it put in place for upgrades is taken out before the rest follows. One a connection.
 */
final class UpgradeRefusal extends ChannelInboundHandlerAdapter {
    /** Armeria's handler of upgrades, by the name that Netty gives it. */
    private static final String UPGRADES = "HttpServerUpgradeHandler#0";
    /** How many bytes Armeria needs to see. */
    private int missing = 4;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        int first = Math.min(missing, bytes.readableBytes());
        missing -= first;
        context.fireChannelRead(bytes.readRetainedSlice(first));
        if (missing > 0) {
            bytes.release();
            return;
        }
        ChannelPipeline pipeline = context.pipeline();
        if (pipeline.get(UPGRADES) != null) {
            pipeline.remove(UPGRADES);
        }
        context.fireChannelRead(bytes);
        pipeline.remove(this);
    }
}
