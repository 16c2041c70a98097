package app.rollcall.importing.csv;

import java.io.IOException;
import java.io.StringReader;

/** Knows a mere list of addresses, one in a line: what people paste most, and what can mean one thing only. */
final class BareAddresses {

    private BareAddresses() {}

    /** @param whole whether the sample is all there is; else its last line may be cut */
    static boolean in(String sample, boolean whole, char delimiter, ReadingLimits limits) throws IOException {
        int end = whole ? sample.length() : Math.max(sample.lastIndexOf('\n'), sample.lastIndexOf('\r')) + 1;
        Records records = new Records(new StringReader(sample.substring(0, end)), delimiter, limits);
        boolean any = false;
        while (Header.nextNotBlank(records)) {
            String[] cells = records.cells();
            if (records.fault() != null || Columns.withoutTrailingBlanks(cells) != 1 || !Header.address(cells[0])) {
                return false;
            }
            any = true;
        }
        return any;
    }
}
