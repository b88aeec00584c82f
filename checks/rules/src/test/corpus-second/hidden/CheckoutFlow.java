package shop.checkout;

public class CheckoutFlow {
  interface Till {
    void open();

    void charge(long cents);

    boolean settle();
  }

  private final Till till;

  public CheckoutFlow(Till till) {
    this.till = till;
  }

  public void checkout(long... items) {
    till.open();
    try {
      for (long cents : items) {
        till.charge(cents);
      }
    } finally {
      if (!till.settle()) {
        throw new IllegalStateException("till could not be settled");
      }
    }
  }
}
