package hr.payroll;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

public class PayrollDao {
    private final DataSource ds;

    public PayrollDao(DataSource ds) {
        this.ds = ds;
    }

    public int raise(int dept, BigDecimal percent) throws SQLException {
        Connection con = null;
        try {
            con = ds.getConnection();
            try (PreparedStatement ps = con.prepareStatement("update pay set amt = amt * ? where dept = ?")) {
                ps.setBigDecimal(1, percent);
                ps.setInt(2, dept);
                return ps.executeUpdate();
            }
        } finally {
            quietly(con);
        }
    }

    private static void quietly(Connection c) {
        try {
            c.close();
        } catch (SQLException e) {
            System.err.println("connection not closed: " + e);
        }
    }
}
