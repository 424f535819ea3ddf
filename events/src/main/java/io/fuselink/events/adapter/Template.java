/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Where a field comes from: one column, or text with columns in it such as <code>${lac}-${ci}</code>. */
final class Template {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

    private final String text;
    private final List<String> columns = new ArrayList<>();

    Template(String text) {
        this.text = text.contains("${") ? text : "${" + text + "}";
        VARIABLE.matcher(this.text).results().forEach(match -> columns.add(match.group(1)));
    }

    List<String> columns() {
        return columns;
    }

    /** The text with every column put in; null when one of them is absent. */
    String fill(UnaryOperator<String> column) {
        var filled = new StringBuilder();
        var variables = VARIABLE.matcher(text);
        while (variables.find()) {
            var value = column.apply(variables.group(1));
            if (value == null) {
                return null;
            }
            variables.appendReplacement(filled, "");
            filled.append(value);
        }
        return variables.appendTail(filled).toString();
    }
}
