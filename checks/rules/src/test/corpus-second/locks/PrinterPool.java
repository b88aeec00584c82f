package office.print;

import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

class PrinterPool
{
	private final Semaphore printers;

	PrinterPool(int count)
	{
		printers = new Semaphore(count);
	}

	<R> R withPrinter(Callable<R> job) throws Exception
	{
		try
		{
			printers.acquire();
			return job.call();
		}
		finally
		{
			printers.release();
		}
	}

	int idle()
	{
		return printers.availablePermits();
	}
}
