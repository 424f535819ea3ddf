/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What is suspicious: limits, signal codes, the rules that read profiles, and the ordered patterns
 * that read signals; one package per kind of evidence.
 */
package io.fuselink.patterns;
