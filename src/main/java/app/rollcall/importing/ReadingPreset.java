package app.rollcall.importing;

import app.rollcall.importing.csv.ReadingChoice;

/** How a recurring file is read, kept under a name. */
public record ReadingPreset(String name, ReadingChoice choice) {}
