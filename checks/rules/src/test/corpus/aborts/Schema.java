package com.acme.schema;

/** Freezing is not freeing. */
public class Schema {
  private final Schema keys;
  private final Schema values;
  private boolean frozen;

  public Schema(Schema keys, Schema values) {
    this.keys = keys;
    this.values = values;
  }

  public Schema freeze() {
    if (frozen) {
      throw new IllegalStateException("frozen twice");
    }
    frozen = true;
    Schema frozenKeys = keys == null ? null : keys.freeze();
    Schema frozenValues = values == null ? null : values.freeze();
    return new Schema(frozenKeys, frozenValues);
  }
}
