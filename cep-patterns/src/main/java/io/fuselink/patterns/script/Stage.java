/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

/** The step of a fraud script that words belong to, in the order scripts usually take them. */
public enum Stage {
    /** First contact: the pretext for the call. */
    INTRO("引流"),
    /** Who the caller claims to be. */
    IDENTITY("身份伪装"),
    /** What is threatened if the listener does not comply. */
    THREAT("恐吓"),
    /** What is promised. */
    LURE("利诱"),
    /** Keeping the listener away from family, bank and police. */
    ISOLATE("隔离"),
    /** Taking hold of the listener's phone, codes or accounts. */
    STEER("操控"),
    /** Moving the money. */
    TRANSFER("转账"),
    /** Demanding more before anything is paid out. */
    HARVEST("收割");

    private final String chinese;

    Stage(String chinese) {
        this.chinese = chinese;
    }

    /** The name used in the lexicon's {@code stage} column. */
    public String chinese() {
        return chinese;
    }

    /** The stage named so in Chinese, or {@code null} when no stage is. */
    static Stage named(String chinese) {
        for (Stage stage : values()) {
            if (stage.chinese.equals(chinese)) {
                return stage;
            }
        }
        return null;
    }
}
