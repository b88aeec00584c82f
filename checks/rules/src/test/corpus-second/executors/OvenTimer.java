package kitchen.oven;

import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;

public class OvenTimer {
  public static void main(String[] args) throws java.io.IOException {
    List<Long> rang = new ArrayList<>();
    Timer minute = new Timer("minute");
    minute.schedule(new TimerTask() {
      @Override
      public void run() {
        rang.add(System.nanoTime());
        System.out.println("\u0007");
      }
    }, 0, 60_000);
    System.out.println("press enter when the cake is done");
    int c = System.in.read();
    System.out.println("rang " + rang.size() + " times, key " + c);
  }
}
