/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What one field of the wire contract is; read by the codecs and by the feed reference. */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Wire {
    /** One sentence in domain words. */
    String value();

    Privacy privacy() default Privacy.P0;

    /** Unit or shape, such as {@code ms}, {@code s}, {@code GB/T 2260}; empty when the type says it. */
    String unit() default "";

    boolean optional() default false;
}
