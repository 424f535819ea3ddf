/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Events to bytes and back. Two formats fill one plan per feed, so that JSON and Protobuf obey the
 * same rules by construction; whatever breaks a rule becomes a dead letter and nothing throws.
 */
package io.fuselink.events.codec;
