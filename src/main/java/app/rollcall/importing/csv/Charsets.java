package app.rollcall.importing.csv;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;

/** The charsets worth offering to a person whose names came out wrong. */
public final class Charsets {

    /** The likeliest first. */
    public static final List<Charset> OFFERED = Stream.of(
                    "UTF-8",
                    "windows-1252",
                    "UTF-16LE",
                    "UTF-16BE",
                    "ISO-8859-1",
                    "ISO-8859-15",
                    "windows-1250",
                    "ISO-8859-2",
                    "windows-1251",
                    "KOI8-R",
                    "KOI8-U",
                    "ISO-8859-5",
                    "windows-1253",
                    "ISO-8859-7",
                    "windows-1254",
                    "ISO-8859-9",
                    "windows-1255",
                    "windows-1256",
                    "windows-1257",
                    "ISO-8859-13",
                    "windows-1258",
                    "Shift_JIS",
                    "windows-31j",
                    "EUC-JP",
                    "ISO-2022-JP",
                    "GB18030",
                    "Big5",
                    "EUC-KR",
                    "TIS-620",
                    "IBM850",
                    "IBM437",
                    "x-MacRoman")
            .filter(Charset::isSupported)
            .map(Charset::forName)
            .toList();

    private Charsets() {}
}
