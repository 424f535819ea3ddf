/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import io.fuselink.jobs.steps.LinkKind;
import java.util.List;

/**
 * Links as they rest in state: nearly every number has a handset and most share something, so that what
 * is kept of links weighs as much as the profiles do, and is packed like those.
 *
 * <p>The first byte is the version of this form; a reader must go on reading the versions before its own.
 */
public final class LinksForm {
    private static final int VERSION = 2;

    private static final LinkKind[] KINDS = LinkKind.values();

    private LinksForm() {}

    public static byte[] write(NumberLinks links) {
        var out = begin();
        out.count(links.epoch);
        edges(out, links.edges);
        return out.bytes();
    }

    public static NumberLinks numberLinks(byte[] bytes) {
        var links = new NumberLinks();
        if (bytes != null) {
            var in = begin(bytes);
            links.epoch = in.count();
            links.edges = edges(in);
        }
        return links;
    }

    public static byte[] write(LinkedNumbers linked) {
        var out = begin();
        out.list(
                linked.members,
                (o, m) -> {
                    o.text(m.tk());
                    o.count(m.epoch());
                    o.number(m.lastAt());
                    edges(o, m.edges());
                });
        out.list(linked.spread, PackWriter::text);
        out.list(linked.linked, PackWriter::text);
        out.list(
                linked.blocked,
                (o, b) -> {
                    o.text(b.tk());
                    o.count(b.epoch());
                    o.text(b.block().legId());
                    o.text(b.block().bundleId());
                    o.text(b.block().party());
                    o.number(b.block().effectiveAt());
                });
        // Mostly the same moment, and so one byte.
        out.number(linked.lastTouched - linked.lastSeen());
        return out.bytes();
    }

    public static LinkedNumbers linkedNumbers(byte[] bytes) {
        var linked = new LinkedNumbers();
        if (bytes != null) {
            var in = begin(bytes);
            linked.members =
                    in.list(
                            i ->
                                    new LinkedNumbers.Member(
                                            i.text(), i.count(), i.number(), edges(i)));
            linked.spread = in.list(PackReader::text);
            linked.linked = in.list(PackReader::text);
            linked.blocked =
                    in.list(
                            i ->
                                    new LinkedNumbers.Blocked(
                                            i.text(),
                                            i.count(),
                                            new Block(i.text(), i.text(), i.text(), i.number())));
            linked.lastTouched = linked.lastSeen() + (in.more() ? in.number() : 0);
        }
        return linked;
    }

    private static PackWriter begin() {
        var out = PackWriter.afresh();
        out.count(VERSION);
        return out;
    }

    private static PackReader begin(byte[] bytes) {
        var in = new PackReader(bytes);
        var version = in.count();
        if (version > VERSION) {
            throw new IllegalStateException(
                    "links of version " + version + " are newer than this job; run a newer one");
        }
        return in;
    }

    /** A key is its kind and what is shared, mostly a token. */
    private static void edges(PackWriter out, List<NumberLinks.Edge> edges) {
        out.list(
                edges,
                (o, e) -> {
                    var kind = LinkKind.of(e.linkKey());
                    o.word(kind);
                    o.text(kind.shared(e.linkKey()));
                    o.number(e.lastAt());
                });
    }

    private static List<NumberLinks.Edge> edges(PackReader in) {
        return in.list(i -> new NumberLinks.Edge(i.word(KINDS).key(i.text()), i.number()));
    }
}
