package workers;

final class ProcessTree {
  private ProcessTree() {}

  static void fell() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }

  static long me() {
    return ProcessHandle.current().pid();
  }
}
