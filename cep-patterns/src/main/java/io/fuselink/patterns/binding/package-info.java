/* SPDX-License-Identifier: Apache-2.0 */
/** Middle numbers used outside the sessions they were given for. */
package io.fuselink.patterns.binding;
