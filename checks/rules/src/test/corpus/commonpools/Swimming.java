package leisure;

class Swimming {
  private static final Swimming POOL = new Swimming();

  static Swimming commonPool() {
    return POOL;
  }

  void shutdown() {
    System.out.println("closed for the winter");
  }

  static void autumn() {
    Swimming.commonPool().shutdown();
  }
}
