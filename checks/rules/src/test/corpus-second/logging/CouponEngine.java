package shop.coupons;

import java.util.concurrent.atomic.LongAdder;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

public class CouponEngine {
  private static final Logger logger = LogManager.getLogger();

  private final LongAdder redeemed = new LongAdder();

  public static CouponEngine create() {
    CouponEngine engine = new CouponEngine();
    Thread t = new Thread(engine::onShutdown);
    t.setName("coupon-exit");
    Runtime.getRuntime().addShutdownHook(t);
    return engine;
  }

  public void redeem() {
    redeemed.increment();
  }

  private void onShutdown() {
    report("redeemed", redeemed.sum());
  }

  private void report(String what, long n) {
    logger.info("{}: {}", what, n);
  }
}
