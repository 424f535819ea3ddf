/* SPDX-License-Identifier: Apache-2.0 */
/** What happens to a person while strangers work on them, and soon after. */
package io.fuselink.patterns.victim;
