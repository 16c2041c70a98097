package app.rollcall.importing.csv;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides which column of ours each column of a file is: as a person picked, else as the system means whose file it is, else
 * by its heading.
 */
final class Mapping {

    /** How a column came to its meaning, the strongest first. */
    private enum Ground {
        PICKED,
        PRESET,
        NAMED,
        ALIAS
    }

    private record Claim(int position, Ground ground) {}

    private final String[] headings;
    private final @Nullable Preset preset;
    private final Map<Column, Claim> claims = new EnumMap<>(Column.class);
    private final List<Integer> unknown = new ArrayList<>();
    private final List<Integer> left = new ArrayList<>();
    private final List<Integer> moreItems = new ArrayList<>();

    /** @throws Unreadable when two columns mean the same, or a heading is no more than a guess */
    Mapping(String[] headings, @Nullable ColumnChoice choice) {
        this.headings = headings;
        if (choice != null && choice.strict()) {
            StrictSample.refuseOthers(headings);
        }
        this.preset = choice != null && choice.strict() ? null : Preset.recognised(headings);
        boolean[] settled = new boolean[headings.length];
        for (int i = 0; choice != null && i < headings.length; i++) {
            ColumnChoice.Pick pick = choice.pick(i + 1, headings[i]);
            if (pick != null) {
                settled[i] = true;
                settle(i, pick.column(), Ground.PICKED);
            }
        }
        for (int i = 0; preset != null && i < headings.length; i++) {
            // What only says who has left there is none of our columns, whatever it is called.
            if (!settled[i]
                    && (preset.knows(headings[i]) || !preset.gone(headings[i]).isEmpty())) {
                settled[i] = true;
                settle(i, preset.column(headings[i]), Ground.PRESET);
            }
        }
        for (int i = 0; i < headings.length; i++) {
            if (!settled[i]) {
                detect(i);
            }
        }
    }

    private void detect(int position) {
        if (Headings.helper(headings[position])) {
            return;
        }
        Column column = Headings.meant(headings[position]);
        if (column != null) {
            boolean named = Headings.plain(headings[position]).equals(column.plain());
            settle(position, column, named ? Ground.NAMED : Ground.ALIAS);
        } else {
            unknown.add(position);
        }
    }

    private void settle(int position, @Nullable Column column, Ground ground) {
        if (column == null) {
            left.add(position);
            return;
        }
        Claim claim = new Claim(position, ground);
        Claim before = claims.putIfAbsent(column, claim);
        if (before == null) {
            return;
        }
        if (contradict(column, before.ground(), ground)) {
            throw new Unreadable(FileRefusal.HEADING_TWICE, column.heading(), before.position() + 1, position + 1);
        }
        if (column == Column.ITEM_ID && ground == Ground.PRESET && before.ground() == Ground.PRESET) {
            moreItems.add(position);
        } else if (ground.compareTo(before.ground()) < 0) {
            claims.put(column, claim);
            left.add(before.position());
        } else {
            left.add(position);
        }
    }

    /** Two columns of addresses or names are one too many; of two telephones, the one called phone is taken, or the first. */
    private static boolean contradict(Column column, Ground before, Ground ground) {
        return switch (before) {
            case PICKED -> ground == Ground.PICKED;
            case PRESET -> false;
            case NAMED, ALIAS -> column.core() || (before == Ground.NAMED && ground == Ground.NAMED);
        };
    }

    /** A column we could only guess at is worse ignored than asked about: it may hold everyone's names. */
    void refuseGuesses() {
        for (int position : unknown) {
            String heading = headings[position];
            Column imitated = Headings.imitated(heading);
            if (imitated != null) {
                throw new Unreadable(FileRefusal.HEADING_LOOKALIKE, Text.shown(heading, 200), imitated.heading());
            }
            Column localised = Headings.localised(heading);
            if (localised != null && !claims.containsKey(localised)) {
                throw new Unreadable(FileRefusal.HEADING_LOCALISED, Text.shown(heading, 200), localised.heading());
            }
        }
    }

    /** Those known, by position. */
    Map<Column, Integer> positions() {
        Map<Column, Integer> positions = new EnumMap<>(Column.class);
        claims.forEach((column, claim) -> positions.put(column, claim.position()));
        return positions;
    }

    /** Positions of the columns nothing is read from, in their order. */
    List<Integer> ignored() {
        List<Integer> ignored = new ArrayList<>(unknown);
        ignored.addAll(left);
        ignored.sort(null);
        return ignored;
    }

    /** Positions of further columns with items, where the system's files have several. */
    List<Integer> moreItems() {
        return moreItems;
    }

    @Nullable
    Preset preset() {
        return preset;
    }
}
