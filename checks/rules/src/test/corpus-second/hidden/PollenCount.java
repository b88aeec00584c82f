package sky.pollen;

import java.io.IOException;
import java.io.Reader;

public class PollenCount {
    private int lines;

    @SuppressWarnings("finally")
    public int count(Reader from) throws IOException {
        try {
            int c;
            while ((c = from.read()) >= 0) {
                if (c == '\n') {
                    lines++;
                }
            }
        } finally {
            System.out.println("counted " + lines);
            return lines;
        }
    }
}
