import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

class Scratch {
  private final File root;

  Scratch(File root) {
    this.root = root;
  }

  void forget(List<File> leftovers) {
    leftovers.forEach(File::deleteOnExit);
  }

  List<File> shards(int count) {
    String[] names = new String[count];
    Arrays.setAll(names, i -> "shard-" + i);
    return Arrays.stream(names).map(this::shard).collect(Collectors.toList());
  }

  private File shard(String name) {
    File file = new File(root, name);
    file.deleteOnExit();
    return file;
  }
}
