import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Scope;

@Scope(scopeName = "prototype")
public class LabelPrinter implements DisposableBean {
  @Override
  public void destroy() {
    System.out.println("printer released");
  }
}
