import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class InvoiceController {
  private final InvoiceRenderer renderer;

  InvoiceController(InvoiceRenderer renderer) {
    this.renderer = renderer;
  }

  @GetMapping("/invoices/{id}.pdf")
  byte[] pdf(@PathVariable long id) throws IOException {
    Path page = Files.createTempFile("invoice-" + id, ".html");
    page.toFile().deleteOnExit();
    Files.writeString(page, renderer.html(id));
    return renderer.print(page);
  }

  interface InvoiceRenderer {
    String html(long id);

    byte[] print(Path page);
  }
}
