package org.postbox.scan;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;

public class ScanUploadServlet extends HttpServlet {
    private final File spoolDir = new File("/var/spool/scans");

    @Override
    protected void doPost(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        File spooled = spool(req.getInputStream());
        resp.setHeader("X-Spooled-As", spooled.getName());
        resp.setStatus(HttpServletResponse.SC_ACCEPTED);
    }

    private File spool(InputStream body) throws IOException {
        File f = File.createTempFile("scan", ".tif", spoolDir);
        f.deleteOnExit();
        try (FileOutputStream out = new FileOutputStream(f)) {
            body.transferTo(out);
        }
        return f;
    }
}
