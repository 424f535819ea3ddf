/* SPDX-License-Identifier: Apache-2.0 */
/** How cards are bought, used and thrown away. */
package io.fuselink.patterns.lifecycle;
