import com.example.cluster.Member;

class SessionTable {
  void join(Member member) {
    Runtime.getRuntime().addShutdownHook(new Thread(member.disconnect()));
  }
}
