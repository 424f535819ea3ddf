/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import io.fuselink.events.DeadLetter;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Received;
import io.fuselink.events.codec.FeedFields;
import io.fuselink.events.codec.JsonCodec;
import io.fuselink.events.token.Tokenizer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A CSV, TSV or JSONL file, or a file of a provider's pushes, plain or {@code .gz}, as events of one
 * feed; each line is one record, and each bad line one dead letter at {@code file:line}.
 */
public final class MappedFile {
    private static final JsonCodec CODEC = new JsonCodec();

    private final Path file;
    private final Feed feed;
    private final Mapping mapping;
    private final Tokenizer tokenizer;

    /** Place in event time of the last line understood: a dead letter without own time counts there. */
    private long lastTs;

    private MappedFile(Path file, Feed feed, Mapping mapping, Tokenizer tokenizer) {
        this.file = file;
        this.feed = feed;
        this.mapping = mapping;
        this.tokenizer = tokenizer;
    }

    /**
     * Reads lazily; close the stream to close the file.
     *
     * @param mapping null when the columns have the feed's own names
     * @throws MappingException when the file cannot be read or the mapping does not fit it
     */
    public static Stream<Received> read(
            Path file, Feed feed, Mapping mapping, Tokenizer tokenizer) {
        return placed(file, feed, mapping, tokenizer).map(Placed::received);
    }

    /** The same, with where each record lies in the file. */
    public static Stream<Placed> placed(
            Path file, Feed feed, Mapping mapping, Tokenizer tokenizer) {
        if (mapping != null) {
            mapping.check(feed);
        }
        var lines = new Lines(file);
        try {
            var mapped = new MappedFile(file, feed, mapping, tokenizer);
            var reader = mapped.reader(lines);
            var records = mapping == null || mapping.adapter() == null ? lines : new Pushes(lines);
            return StreamSupport.stream(
                            Spliterators.spliteratorUnknownSize(
                                    records, Spliterator.ORDERED | Spliterator.NONNULL),
                            false)
                    .flatMap(line -> Placed.each(reader.apply(line), mapped.position(line)))
                    .onClose(lines::close);
        } catch (MappingException e) {
            lines.close();
            throw e;
        }
    }

    private Function<Line, List<Received>> reader(Lines lines) {
        if (mapping == null || mapping.adapter() == null) {
            return rows(lines);
        }
        var reader = mapping.adapter().open(tokenizer, mapping.zone(), mapping.constants());
        return line ->
                line.damage() == null
                        ? reader.read(line.bytes(), position(line), 0)
                        : List.of(dead(line, DeadLetterReason.NOT_DECODABLE, line.damage()));
    }

    private Function<Line, List<Received>> rows(Lines lines) {
        var layout = layout();
        var untyped = mapping != null || layout != Mapping.Layout.JSONL;
        var rows = new Rows(feed, mapping, tokenizer, file.getFileName().toString(), untyped);
        if (layout == Mapping.Layout.JSONL) {
            var cells = Cells.named();
            return line ->
                    List.of(mapping == null ? straight(line, cells, rows) : row(line, cells, rows));
        }
        if (!lines.hasNext()) {
            throw new MappingException(
                    file + " is empty; a " + layout.name() + " file begins with a header row.");
        }
        var cells = Cells.under(lines.next(), layout, file.toString());
        checkHeader(cells.header());
        return line -> List.of(row(line, cells, rows));
    }

    private Mapping.Layout layout() {
        if (mapping != null && mapping.layout() != null) {
            return mapping.layout();
        }
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        var plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return switch (plain.substring(plain.lastIndexOf('.') + 1)) {
            case "csv" -> Mapping.Layout.CSV;
            case "tsv" -> Mapping.Layout.TSV;
            case "jsonl", "ndjson", "json" -> Mapping.Layout.JSONL;
            default ->
                    throw new MappingException(
                            file
                                    + ": the name does not end in .csv, .tsv or .jsonl; rename it or give format in a mapping.");
        };
    }

    private void checkHeader(List<String> header) {
        if (mapping == null) {
            var fields = FeedFields.of(feed);
            for (var column : header) {
                if (!fields.has(column)) {
                    throw new MappingException(
                            file
                                    + ": column "
                                    + column
                                    + " is not a field of "
                                    + feed.wireName()
                                    + "; rename it or give a mapping.");
                }
            }
            return;
        }
        mapping.columns()
                .forEach(
                        (field, template) ->
                                template.columns().stream()
                                        .filter(column -> !column.equals("line"))
                                        .filter(column -> !column.equals("file"))
                                        .filter(column -> !header.contains(column))
                                        .forEach(column -> missing(column, field)));
    }

    private void missing(String column, String field) {
        throw new MappingException(
                file
                        + ": the header row has no column "
                        + column
                        + ", which "
                        + mapping.name()
                        + " maps to "
                        + field
                        + ".");
    }

    /** A recorded feed is already canonical; only what is not complete needs filling in. */
    private Received straight(Line line, Cells cells, Rows rows) {
        if (line.damage() == null) {
            var received = CODEC.decode(feed, line.bytes(), position(line), lastTs);
            if (received.event() != null) {
                return understood(received.event());
            }
        }
        return row(line, cells, rows);
    }

    private Received row(Line line, Cells cells, Rows rows) {
        if (line.damage() != null) {
            return dead(line, DeadLetterReason.NOT_DECODABLE, line.damage());
        }
        try {
            var canonical = rows.canonical(cells.read(line.bytes()), line);
            var received = CODEC.decode(feed, canonical, position(line), lastTs);
            return received.event() != null
                    ? understood(received.event())
                    : dead(line, received.deadLetter().reason(), received.deadLetter().detail());
        } catch (Unusable e) {
            return dead(line, e.reason(), e.getMessage());
        }
    }

    private Received understood(Event event) {
        lastTs = event.ts();
        return Received.understood(event);
    }

    /** Length and hash are those of the line, so that it can be found. */
    private Received dead(Line line, DeadLetterReason reason, String detail) {
        return Received.dead(
                DeadLetter.of(feed, reason, detail, position(line), line.bytes(), lastTs));
    }

    private String position(Line line) {
        return file.getFileName() + ":" + line.number();
    }
}
