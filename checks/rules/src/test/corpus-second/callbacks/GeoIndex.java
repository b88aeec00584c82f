package map.geo;

import jakarta.annotation.PreDestroy;
import java.nio.MappedByteBuffer;
import org.springframework.stereotype.Service;

@Service
public class GeoIndex {
	private final MappedByteBuffer cells;

	public GeoIndex(MappedByteBuffer cells) {
		this.cells = cells;
	}

	public byte cell(int n) {
		return cells.get(n);
	}

	@PreDestroy
	void flush(boolean metaDataToo) {
		cells.force();
		if (metaDataToo) {
			System.out.println("forced " + cells.capacity());
		}
	}
}
