import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;

public class UploadServlet extends HttpServlet {
  private final Scanner scanner = new Scanner();

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    File spooled = spool(request.getInputStream());
    response.setStatus(scanner.isClean(spooled) ? 204 : 422);
  }

  private File spool(InputStream body) throws IOException {
    File file = File.createTempFile("upload", ".bin");
    file.deleteOnExit();
    Files.copy(body, file.toPath(), StandardCopyOption.REPLACE_EXISTING);
    return file;
  }

  static final class Scanner {
    boolean isClean(File file) {
      return file.length() > 0;
    }
  }
}
