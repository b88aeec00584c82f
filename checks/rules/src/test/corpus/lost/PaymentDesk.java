class PaymentDesk {
  private final Payments payments;

  PaymentDesk(Payments payments) {
    this.payments = payments;
  }

  String accept(String payment) {
    Thread.startVirtualThread(() -> payments.save(payment));
    return "accepted";
  }

  interface Payments {
    void save(String payment);
  }
}
