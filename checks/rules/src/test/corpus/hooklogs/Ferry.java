import lombok.extern.log4j.Log4j2;

@Log4j2
class Ferry {
  void start() {
    log.info("ferry starts");
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  System.out.flush();
                  log.warn("ferry sinks");
                }));
  }
}
