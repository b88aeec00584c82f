package craft.kiln;

public class PotteryKiln {
    interface Burner {
        void ignite();

        boolean cool();
    }

    public void fire(Burner burner, Runnable programme) {
        boolean ok = false;
        burner.ignite();
        try {
            programme.run();
            ok = true;
        } finally {
            boolean cooled = burner.cool();
            if (ok && !cooled) {
                throw new IllegalStateException("kiln is still hot");
            }
        }
    }
}
