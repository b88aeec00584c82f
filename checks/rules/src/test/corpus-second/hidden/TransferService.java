package bank.transfer;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

public class TransferService {
    private final DataSource ds;

    public TransferService(DataSource ds) {
        this.ds = ds;
    }

    public void transfer(long from, long to, long cents) throws SQLException {
        try (Connection c = ds.getConnection()) {
            c.setAutoCommit(false);
            try (Statement s = c.createStatement()) {
                s.executeUpdate("update acc set bal = bal - " + cents + " where id = " + from);
                s.executeUpdate("update acc set bal = bal + " + cents + " where id = " + to);
                c.commit();
            } catch (SQLException failed) {
                c.rollback();
                throw failed;
            }
        }
    }
}
