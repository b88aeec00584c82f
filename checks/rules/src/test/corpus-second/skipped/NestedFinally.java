package org.oldschool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipFile;

public class NestedFinally implements AutoCloseable
{
    private InputStream  m_in;
    private OutputStream m_out;
    private ZipFile      m_zip;

    public NestedFinally( InputStream in, OutputStream out, ZipFile zip )
    {
        m_in  = in;
        m_out = out;
        m_zip = zip;
    }

    public void close() throws IOException
    {
        IOException first = null;
        try { m_out.close(); } catch ( IOException e ) { first = e; }
        try { m_in.close(); }  catch ( IOException e ) { if ( first == null ) first = e; else first.addSuppressed( e ); }
        try { m_zip.close(); } catch ( IOException e ) { if ( first == null ) first = e; else first.addSuppressed( e ); }
        if ( first != null ) throw first;
    }
}
