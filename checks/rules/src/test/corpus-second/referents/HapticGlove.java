package vr.glove;

import java.lang.ref.Cleaner;

public class HapticGlove {
    private static final Cleaner CLEANER = Cleaner.create(r -> new Thread(r, "glove-cleaner"));

    private final int usbHandle;
    private boolean calibrated;

    public HapticGlove(int usbHandle) {
        this.usbHandle = usbHandle;
        CLEANER.register(this, new Runnable() {
            @Override
            public void run() {
                System.out.println("usb release " + usbHandleOf());
            }

            private int usbHandleOf() {
                return HapticGlove.this.usbHandle;
            }
        });
    }

    public void calibrate() {
        calibrated = true;
    }

    public boolean isCalibrated() {
        return calibrated;
    }
}
