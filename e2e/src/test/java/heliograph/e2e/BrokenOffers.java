package heliograph.e2e;

import java.util.LinkedHashMap;
import java.util.Map;

/** Offers that a browser would never make, out of one that it made. Stateless. */
final class BrokenOffers {
    private BrokenOffers() {}

    /** By what is wrong with each. */
    static Map<String, String> of(String offer) {
        String video = offer.substring(offer.indexOf("m=video"));
        Map<String, String> broken = new LinkedHashMap<>();
        broken.put("empty", "");
        broken.put("no SDP", "hello");
        broken.put("the version alone", "v=0\r\n");
        broken.put("bytes", "\0\1\2\u00ff\u2028");
        broken.put("a NUL inside", offer.replace("a=mid:0", "a=mid:0\0"));
        broken.put("cut in the middle", offer.substring(0, offer.length() / 2));
        broken.put("cut in a line", offer.substring(0, offer.indexOf("a=fingerprint") + 20));
        broken.put("no fingerprint", without(offer, "a=fingerprint"));
        broken.put(
                "a fingerprint of another length", offer.replaceAll("a=fingerprint:.*", "a=fingerprint:sha-256 AA:BB"));
        broken.put("a hash that nobody knows", offer.replace("sha-256", "sha-0"));
        broken.put("no ICE name", without(offer, "a=ice-ufrag"));
        broken.put("no ICE password", without(offer, "a=ice-pwd"));
        broken.put("a short ICE password", offer.replaceAll("a=ice-pwd:.*", "a=ice-pwd:x"));
        broken.put("no setup", without(offer, "a=setup"));
        broken.put("a setup of no kind", offer.replaceAll("a=setup:.*", "a=setup:sideways"));
        broken.put("no codecs", without(offer, "a=rtpmap"));
        broken.put("payload types over 127", offer.replaceAll("(a=rtpmap:)\\d+", "$1" + "999"));
        broken.put("a payload type below zero", offer.replaceFirst("a=rtpmap:\\d+", "a=rtpmap:-1"));
        broken.put("one payload type for all", offer.replaceAll("a=rtpmap:\\d+", "a=rtpmap:96"));
        broken.put("a clock rate of zero", offer.replace("/90000", "/0"));
        broken.put("a clock rate too large", offer.replace("/90000", "/99999999999"));
        broken.put("one mid for all", offer.replaceAll("a=mid:.*", "a=mid:x"));
        broken.put("no mid", without(offer, "a=mid"));
        broken.put("a bundle of nobody", offer.replaceAll("a=group:BUNDLE.*", "a=group:BUNDLE 8 9"));
        broken.put("twice the same section", offer + video);
        broken.put("twenty sections", offer + video.repeat(20));
        broken.put("a section of no kind", offer.replace("m=video", "m=smell"));
        broken.put("a port too large", offer.replace("m=video 9", "m=video 99999"));
        broken.put("another transport", offer.replace("UDP/TLS/RTP/SAVPF", "RTP/AVP"));
        broken.put("header extensions of the same id", offer.replaceAll("a=extmap:\\d+", "a=extmap:1"));
        broken.put("a header extension of id 0", offer.replaceFirst("a=extmap:\\d+", "a=extmap:0"));
        broken.put("directions of all kinds", offer.replace("a=recvonly", "a=sendonly\r\na=recvonly\r\na=inactive"));
        broken.put(
                "a stream of its own",
                offer + "a=ssrc:1 cname:x\r\na=ssrc-group:FID 1 2 3\r\na=ssrc:99999999999 x\r\n");
        broken.put("layers", offer + "a=rid:1 recv pt=1\r\na=simulcast:recv 1;2,~3\r\n");
        broken.put("a long line", offer + "a=x:" + "y".repeat(50_000) + "\r\n");
        broken.put("ten thousand lines", offer + "a=x\r\n".repeat(10_000));
        broken.put("large fmtp numbers", offer.replaceAll("(a=fmtp:\\d+ ).*", "$1" + "max-fs=99999999999;apt=-1"));
        broken.put("format directives", offer.replace("a=mid:0", "a=mid:%s%n%x"));
        broken.put("only line feeds", offer.replace("\r\n", "\n"));
        broken.put("candidates of names", offer + "a=candidate:1 1 udp 1 heliograph.invalid 1 typ host\r\n");
        return broken;
    }

    private static String without(String offer, String attribute) {
        return offer.replaceAll(attribute + "[^\r\n]*\r\n", "");
    }
}
