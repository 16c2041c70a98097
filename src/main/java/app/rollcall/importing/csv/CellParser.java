package app.rollcall.importing.csv;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** One Commons CSV parser for the whole file, fed with one whole record at a time, so that it never reads ahead. */
final class CellParser {

    private final Feed feed = new Feed();
    private final Iterator<CSVRecord> records;

    CellParser(char delimiter) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(true)
                .get();
        try {
            records =
                    CSVParser.builder().setReader(feed).setFormat(format).get().iterator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String[] cells(char[] buffer, int start, int length) {
        feed.offer(buffer, start, length);
        return records.next().values();
    }

    /** Hands out the record on offer and its line end, and nothing more. */
    private static final class Feed extends Reader {

        private char[] buffer = {};
        private int at;
        private int end;
        private boolean lineEnded = true;

        void offer(char[] from, int start, int length) {
            buffer = from;
            at = start;
            end = start + length;
            lineEnded = false;
        }

        @Override
        public int read(char[] into, int offset, int room) {
            int count = Math.min(end - at, room);
            System.arraycopy(buffer, at, into, offset, count);
            at += count;
            if (count < room && !lineEnded) {
                into[offset + count] = '\n';
                lineEnded = true;
                count++;
            }
            if (count == 0) {
                throw new IllegalStateException("The parser reads beyond the record it was given");
            }
            return count;
        }

        @Override
        public void close() {
            end = at;
        }
    }
}
