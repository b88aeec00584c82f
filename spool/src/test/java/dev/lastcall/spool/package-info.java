@NullMarked
package dev.lastcall.spool;

import org.jspecify.annotations.NullMarked;
