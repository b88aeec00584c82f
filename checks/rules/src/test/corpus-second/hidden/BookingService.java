package hotel.booking;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

public class BookingService {
    private final DataSource ds;

    public BookingService(DataSource ds) {
        this.ds = ds;
    }

    public void book(long room, long guest) throws SQLException {
        try (Connection c = ds.getConnection()) {
            c.setAutoCommit(false);
            try (Statement s = c.createStatement()) {
                s.executeUpdate("insert into booking values (" + room + "," + guest + ")");
                c.commit();
            } catch (SQLException | RuntimeException cause) {
                undo(c, cause);
                throw cause;
            }
        }
    }

    private static void undo(Connection c, Exception cause) {
        try {
            c.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
