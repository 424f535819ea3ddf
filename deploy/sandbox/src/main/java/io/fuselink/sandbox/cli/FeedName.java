/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.events.Feed;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A feed as it is named on the command line. */
final class FeedName implements ITypeConverter<Feed> {

    static final String ALL =
            Arrays.stream(Feed.values()).map(Feed::wireName).collect(Collectors.joining(", "));

    @Override
    public Feed convert(String name) {
        return Feed.named(name.toLowerCase(Locale.ROOT))
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "'" + name + "' is not a feed; the feeds are " + ALL));
    }
}
