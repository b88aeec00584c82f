import jakarta.annotation.PreDestroy;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

@Interceptor
public class TimingInterceptor {
  @PreDestroy
  void around(InvocationContext context) throws Exception {
    long begin = System.nanoTime();
    context.proceed();
    System.out.println(System.nanoTime() - begin);
  }
}
