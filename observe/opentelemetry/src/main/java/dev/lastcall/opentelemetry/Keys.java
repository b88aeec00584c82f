package dev.lastcall.opentelemetry;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;

/**
 * The names of attributes: there is no convention for cleanup, so they are those of our article.
 */
final class Keys {
  static final AttributeKey<String> SCOPE = AttributeKey.stringKey("defer.scope");
  static final AttributeKey<String> NAME = AttributeKey.stringKey("defer.name");
  static final AttributeKey<Long> DEPTH = AttributeKey.longKey("defer.depth");
  static final AttributeKey<Long> DEADLINE_MS = AttributeKey.longKey("defer.deadline_ms");
  static final AttributeKey<Long> ACTIONS = AttributeKey.longKey("defer.actions");
  static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("defer.outcome");
  static final AttributeKey<String> PLACE = AttributeKey.stringKey("defer.place");
  static final AttributeKey<String> THREAD = AttributeKey.stringKey("thread.name");
  static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

  static final AttributeKey<String> DOOR = AttributeKey.stringKey("lastcall.exit.door");
  static final AttributeKey<String> REASON = AttributeKey.stringKey("lastcall.exit.reason");
  static final AttributeKey<Long> CODE = AttributeKey.longKey("lastcall.exit.code");
  static final AttributeKey<List<String>> CLEANUPS =
      AttributeKey.stringArrayKey("lastcall.plan.cleanups");
  static final AttributeKey<List<String>> CRITICAL_PATH =
      AttributeKey.stringArrayKey("lastcall.plan.critical_path");
  static final AttributeKey<Long> COUNT = AttributeKey.longKey("lastcall.plan.count");
  static final AttributeKey<Long> DEMANDED_MS = AttributeKey.longKey("lastcall.plan.demanded_ms");
  static final AttributeKey<Long> AVAILABLE_MS = AttributeKey.longKey("lastcall.plan.available_ms");
  static final AttributeKey<String> VERDICT = AttributeKey.stringKey("lastcall.plan.verdict");

  private Keys() {}
}
