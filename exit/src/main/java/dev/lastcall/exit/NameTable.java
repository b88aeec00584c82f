package dev.lastcall.exit;

/**
 * Finds nodes by name: open addressing over an {@code int} a slot, 8 to 16 bytes a node, 5 to 10
 * once it is trimmed.
 *
 * <p>A slot holds the node's number and, in its highest byte, a part of the name's hash, so that a
 * slot of another name is passed without touching that name. Linear probing; Knuth, The Art of
 * Computer Programming, volume 3, 6.4. Not thread-safe.
 */
final class NameTable {
  /** The most nodes that a table can hold. */
  static final int MAX_NODES = (1 << 24) - 2;

  private static final int NUMBER = (1 << 24) - 1;

  private int[] slots = new int[16];
  private int used;

  /**
   * Returns the smallest table of all nodes of a graph that have names, at most four fifths full.
   */
  static NameTable of(Nodes nodes) {
    NameTable table = new NameTable();
    table.used = nodes.live() + nodes.pending();
    int capacity = table.slots.length;
    while (table.used > capacity - capacity / 5) {
      capacity *= 2;
    }
    table.fill(nodes, capacity);
    return table;
  }

  /** Returns the node of a name; if none has it, a negative number that says where it belongs. */
  int find(Nodes nodes, String name) {
    int slot = slotOf(nodes, name);
    return slots[slot] == 0 ? ~slot : (slots[slot] & NUMBER) - 1;
  }

  /**
   * Adds the last node of a graph under its name.
   *
   * @param found what {@link #find} said just before
   */
  void add(Nodes nodes, int node, int found) {
    used++;
    if (used > most(slots.length)) {
      fill(nodes, 2 * slots.length);
    } else {
      slots[~found] = (mix(nodes.name(node)) & ~NUMBER) | (node + 1);
    }
  }

  /** Removes a name if it is in the table. */
  void remove(Nodes nodes, String name) {
    int mask = slots.length - 1;
    int hole = slotOf(nodes, name);
    if (slots[hole] == 0) {
      return;
    }
    used--;
    for (int slot = (hole + 1) & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
      int home = mix(nodes.name((slots[slot] & NUMBER) - 1)) & mask;
      boolean mayMove = ((slot - home) & mask) >= ((slot - hole) & mask);
      if (mayMove) {
        slots[hole] = slots[slot];
        hole = slot;
      }
    }
    slots[hole] = 0;
  }

  private int slotOf(Nodes nodes, String name) {
    int mask = slots.length - 1;
    int hash = mix(name);
    int slot = hash & mask;
    while (slots[slot] != 0) {
      boolean sameTag = ((slots[slot] ^ hash) & ~NUMBER) == 0;
      if (sameTag && nodes.name((slots[slot] & NUMBER) - 1).equals(name)) {
        break;
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** In the order of registration, which is probably that of the names in memory. */
  private void fill(Nodes nodes, int capacity) {
    slots = new int[capacity];
    int mask = capacity - 1;
    for (int node = 0; node < nodes.size(); node++) {
      if (!nodes.isJunction(node)) {
        int hash = mix(nodes.name(node));
        int slot = hash & mask;
        while (slots[slot] != 0) {
          slot = (slot + 1) & mask;
        }
        slots[slot] = (hash & ~NUMBER) | (node + 1);
      }
    }
  }

  /**
   * While a table grows it is at most half full, because looking up what is not there costs most.
   */
  private static int most(int capacity) {
    return capacity / 2;
  }

  /** Spreads a hash; the constant is 2^32 over the golden ratio. */
  private static int mix(String name) {
    int hash = name.hashCode() * 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }
}
