/* SPDX-License-Identifier: Apache-2.0 */
/** How broken numbers come back under other numbers. */
package io.fuselink.patterns.returns;
