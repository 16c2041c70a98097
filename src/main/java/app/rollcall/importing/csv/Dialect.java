package app.rollcall.importing.csv;

import java.nio.charset.Charset;

/**
 * How a file is written: found out, or told by a {@link DialectChoice}.
 *
 * @param headerLine the physical line the headings stand on, counted from 1; 0 when there are none
 */
public record Dialect(Charset charset, char delimiter, int headerLine) {}
