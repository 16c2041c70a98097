package app.rollcall.ui;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Opens the sheet with all keys. */
@Component
public final class KeySheet {

    private final ObjectProvider<TableKey> tableKeys;
    private final ObjectProvider<LetterKeys> letters;

    KeySheet(ObjectProvider<TableKey> tableKeys, ObjectProvider<LetterKeys> letters) {
        this.tableKeys = tableKeys;
        this.letters = letters;
    }

    public void open() {
        new KeysDialog(tableKeys.orderedStream().toList(), letters.getIfAvailable()).open();
    }
}
