/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What one {@code ./fuselink} printed and how it ended, run inside the test. */
record Run(int exit, String out, String err) {

    static Run of(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exit =
                Fuselink.commandLine()
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .execute(arguments);
        return new Run(exit, out.toString(), err.toString());
    }
}
