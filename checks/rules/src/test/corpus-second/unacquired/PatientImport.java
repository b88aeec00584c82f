package clinic.patients;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

public class PatientImport {
    private final DataSource ds;

    public PatientImport(DataSource ds) {
        this.ds = ds;
    }

    public void load(String csv) throws SQLException {
        Connection con = null;
        Statement st = null;
        try {
            con = ds.getConnection();
            st = con.createStatement();
            st.execute("copy patients from '" + csv + "'");
        } finally {
            shut(st);
            shut(con);
        }
    }

    private static void shut(AutoCloseable c) {
        if (c == null) return;
        try {
            c.close();
        } catch (Exception e) {
            System.err.println("ignored on close: " + e);
        }
    }
}
