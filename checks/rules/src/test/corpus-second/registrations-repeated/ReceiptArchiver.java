package com.ledgerly.receipts;

import dev.lastcall.defer.DeferScope;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

public class ReceiptArchiver
{
    private final Path target;

    public ReceiptArchiver(Path target)
    {
        this.target = target;
    }

    public int archive(Path folder) throws Exception
    {
        int n = 0;
        try (DirectoryStream<Path> receipts = Files.newDirectoryStream(folder, "*.pdf"))
        {
            for (Path receipt : receipts)
            {
                try (DeferScope perFile = DeferScope.open())
                {
                    Path marker = Files.createFile(target.resolve(receipt.getFileName() + ".busy"));
                    perFile.defer("marker", () -> Files.deleteIfExists(marker));
                    InputStream in = perFile.closing(Files.newInputStream(receipt));
                    OutputStream out = perFile.closing(
                            new GZIPOutputStream(Files.newOutputStream(target.resolve(receipt.getFileName() + ".gz"))));
                    in.transferTo(out);
                }
                n++;
            }
        }
        return n;
    }
}
