package net.probe;

import dev.lastcall.defer.DeferScope;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

public class TelnetProbe {
    private Socket line;

    public String banner(String host) throws IOException {
        try (DeferScope scope = DeferScope.open()) {
            scope.defer("line", () -> line.close());
            line = dial(host);
            byte[] buf = new byte[80];
            int n = line.getInputStream().read(buf);
            return n < 0 ? "" : new String(buf, 0, n);
        }
    }

    private static Socket dial(String host) throws IOException {
        Socket s = new Socket();
        s.connect(new InetSocketAddress(host, 23), 1_500);
        return s;
    }
}
