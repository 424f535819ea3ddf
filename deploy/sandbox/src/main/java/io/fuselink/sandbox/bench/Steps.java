/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.bench;

/** Names of steps as the benchmark prints them. */
final class Steps {
    private Steps() {}

    /** The step a task begins with: {@code Source: calls-source -> …} is {@code calls-source}. */
    static String ofTask(String task) {
        var first = task.split(" -> ", 2)[0];
        return first.replaceFirst("^Source: ", "").replaceFirst(": (Writer|Committer)$", "");
    }
}
