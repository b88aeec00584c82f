package dev.lastcall.orders;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** One order as the client sends it. */
record Order(String id, String item, BigDecimal amount) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final int LONGEST_ITEM = 200;
  private static final BigDecimal LARGEST_AMOUNT = new BigDecimal("1000000");

  Order {
    if (id == null || !ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "id: " + id + " (expected: 1 to 64 letters, digits or '-')");
    }
    if (item == null || item.isBlank() || item.length() > LONGEST_ITEM) {
      throw new IllegalArgumentException("item: " + item + " (expected: 1 to 200 characters)");
    }
    if (amount == null || amount.signum() <= 0 || amount.compareTo(LARGEST_AMOUNT) > 0) {
      throw new IllegalArgumentException("amount: " + amount + " (expected: > 0 and <= 1000000)");
    }
  }
}
