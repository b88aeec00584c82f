package food.gelato;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

public class GelatoOrders implements AutoCloseable {
    private final Connection con;
    private final PreparedStatement insert;

    public GelatoOrders(Connection con) throws SQLException {
        this.con = con;
        this.insert = con.prepareStatement("insert into gelato values (?)");
    }

    public void order(String scoops) throws SQLException {
        insert.setString(1, scoops);
        insert.addBatch();
    }

    @Override
    public void close() throws SQLException {
        // declared in this order, closed in the other
        try (con; insert) {
            insert.executeBatch();
        }
    }
}
