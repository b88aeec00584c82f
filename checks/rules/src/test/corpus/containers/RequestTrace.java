import jakarta.annotation.PreDestroy;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

@Component
@Scope("request")
public class RequestTrace {
  @PreDestroy
  private void finish() {
    System.out.println("request traced");
  }
}
