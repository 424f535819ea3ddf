/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import io.fuselink.jobs.steps.LinkKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Links as they rest in state: nearly every number has a handset and most share something, so that what
 * is kept of links weighs as much as the profiles do, and is packed like those.
 *
 * <p>The first byte is the version of this form; a reader must go on reading the versions before its own.
 */
public final class LinksForm {
    private static final int VERSION = 1;

    private static final ThreadLocal<PackWriter> WRITER = ThreadLocal.withInitial(PackWriter::new);

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
        list(
                out,
                linked.members,
                (o, m) -> {
                    o.text(m.tk());
                    o.count(m.epoch());
                    o.number(m.lastAt());
                    edges(o, m.edges());
                });
        list(out, linked.spread, PackWriter::text);
        list(out, linked.linked, PackWriter::text);
        list(
                out,
                linked.blocked,
                (o, b) -> {
                    o.text(b.tk());
                    o.count(b.epoch());
                    o.text(b.block().legId());
                    o.text(b.block().bundleId());
                    o.text(b.block().party());
                    o.number(b.block().effectiveAt());
                });
        return out.bytes();
    }

    public static LinkedNumbers linkedNumbers(byte[] bytes) {
        var linked = new LinkedNumbers();
        if (bytes != null) {
            var in = begin(bytes);
            linked.members =
                    list(
                            in,
                            i ->
                                    new LinkedNumbers.Member(
                                            i.text(), i.count(), i.number(), edges(i)));
            linked.spread = list(in, PackReader::text);
            linked.linked = list(in, PackReader::text);
            linked.blocked =
                    list(
                            in,
                            i ->
                                    new LinkedNumbers.Blocked(
                                            i.text(),
                                            i.count(),
                                            new Block(i.text(), i.text(), i.text(), i.number())));
        }
        return linked;
    }

    private static PackWriter begin() {
        var out = WRITER.get().afresh();
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
        list(
                out,
                edges,
                (o, e) -> {
                    var kind = LinkKind.of(e.linkKey());
                    o.word(kind);
                    o.text(kind.shared(e.linkKey()));
                    o.number(e.lastAt());
                });
    }

    private static List<NumberLinks.Edge> edges(PackReader in) {
        return list(in, i -> new NumberLinks.Edge(i.word(KINDS).key(i.text()), i.number()));
    }

    private static <T> void list(PackWriter out, List<T> list, BiConsumer<PackWriter, T> write) {
        out.count(list.size());
        for (var element : list) {
            write.accept(out, element);
        }
    }

    private static <T> List<T> list(PackReader in, Function<PackReader, T> read) {
        var size = in.count();
        var list = new ArrayList<T>(size);
        for (var i = 0; i < size; i++) {
            list.add(read.apply(in));
        }
        return list;
    }
}
