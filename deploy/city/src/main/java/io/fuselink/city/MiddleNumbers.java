/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** The middle numbers of one lease, from its first on; looked up in the book when they are asked for. */
final class MiddleNumbers extends AbstractList<Phone> {
    private final NumberBook book;
    private final int lease;
    private int size;

    MiddleNumbers(NumberBook book, int lease) {
        this.book = book;
        this.lease = lease;
    }

    /** The lessee takes so many more. */
    void grow(int count) {
        size += count;
    }

    /** Managed units they are of, in order. */
    List<String> units() {
        return IntStream.iterate(0, n -> n < size, n -> n + NumberBook.NUMBERS_OF_A_UNIT)
                .mapToObj(n -> get(n).unit())
                .toList();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Phone get(int n) {
        return book.middleNumber(lease, Objects.checkIndex(n, size));
    }
}
