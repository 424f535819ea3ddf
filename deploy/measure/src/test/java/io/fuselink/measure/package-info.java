/* SPDX-License-Identifier: Apache-2.0 */
/** What the hot pieces cost, and what other engines make of the same work. Nothing here is shipped. */
package io.fuselink.measure;
