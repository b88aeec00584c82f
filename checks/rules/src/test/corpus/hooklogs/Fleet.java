import com.google.common.flogger.FluentLogger;

final class Fleet {
  private static final FluentLogger logger = FluentLogger.forEnclosingClass();

  static void install() {
    Runtime.getRuntime().addShutdownHook(new Thread(Fleet::land));
  }

  private static void land() {
    logger.atWarning().log("fleet landed");
  }
}
