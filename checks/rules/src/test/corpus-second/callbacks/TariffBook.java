package energy.tariff;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.TreeMap;
import org.springframework.stereotype.Repository;

@Repository
public class TariffBook {
    private final TreeMap<Integer, Double> byHour = new TreeMap<>();

    @PostConstruct
    private void fill() {
        for (int h = 0; h < 24; h++) {
            byHour.put(h, h < 6 ? 0.19 : 0.31);
        }
    }

    public double at(int hour) {
        return byHour.floorEntry(hour).getValue();
    }

    @PreDestroy
    private void drop() {
        byHour.clear();
    }
}
