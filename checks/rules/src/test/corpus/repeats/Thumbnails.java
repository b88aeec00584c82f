import dev.lastcall.defer.DeferScope;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

final class Thumbnails {
  void each(List<Path> images) throws IOException {
    for (Path image : images) {
      try (DeferScope scope = DeferScope.open()) {
        InputStream in = scope.closing(Files.newInputStream(image));
        scope.defer("count", () -> count(image));
        shrink(in);
      }
    }
  }

  void sheet(List<Path> images) throws IOException {
    try (DeferScope scope = DeferScope.open()) {
      List<InputStream> open = new ArrayList<>();
      for (Path image : images) {
        open.add(scope.closing(Files.newInputStream(image)));
      }
      for (Path image : images) {
        InputStream in = Files.newInputStream(image);
        scope.defer(in::close);
        open.add(in);
      }
      compose(open);
    }
  }

  private void shrink(InputStream in) {}

  private void compose(List<InputStream> parts) {}

  private void count(Path image) {}
}
