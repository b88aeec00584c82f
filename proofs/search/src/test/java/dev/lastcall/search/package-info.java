/** Audit lines through a real shipper into a real search engine. */
@NullMarked
package dev.lastcall.search;

import org.jspecify.annotations.NullMarked;
