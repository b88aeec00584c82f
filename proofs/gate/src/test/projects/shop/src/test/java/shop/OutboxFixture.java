package shop;

class OutboxFixture {
  void end() {
    ProcessHandle.current().destroy();
  }
}
