package app.rollcall.importing.ui;

import static app.rollcall.ui.TestScreen.text;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.importing.ImportId;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.component.notification.Notification;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** The way for a colleague to join a list. */
class ShareLinkTest extends ImportPanelScene {

    @Test
    @DisplayName("C1 Copy link puts the list's own address on the clipboard, and says what it is good for")
    void copied() {
        ImportId id = adding(GOOD);
        PendingJavaScriptInvocation copying = copying();
        assertThat(copying.getInvocation().getParameters())
                .contains("management/members/learners/imports/" + id.value());

        copying.complete(JsonNodeFactory.instance.nullNode());
        until(() -> assertThat(text(LocatorJ._get(Notification.class))).startsWith("The link is copied."));
    }

    @Test
    @DisplayName("C1 Where the browser does not let it be copied, the screen says where the address is to be had")
    void refused() {
        adding(GOOD);
        copying().completeExceptionally(JsonNodeFactory.instance.stringNode("NotAllowedError"));

        until(() -> assertThat(text(LocatorJ._get(Notification.class)))
                .startsWith("The browser did not let the link be copied."));
    }

    private static PendingJavaScriptInvocation copying() {
        MockVaadin.clientRoundtrip(false);
        UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations();
        LocatorJ._click(button("copy-link"));
        UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
        return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .filter(pending -> pending.getInvocation().getExpression().contains("clipboard"))
                .findAny()
                .orElseThrow();
    }
}
