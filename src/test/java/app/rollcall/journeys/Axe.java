package app.rollcall.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe finds wrong on a page. */
final class Axe {

    private Axe() {}

    /** Each with the first element it concerns. */
    static List<String> violations(Page page) {
        return violations(new AxeBuilder(page));
    }

    /** In what lies on top only: through the veil over the rest nothing is meant to be read. */
    static List<String> violations(Page page, String part) {
        return violations(new AxeBuilder(page).include(part));
    }

    private static List<String> violations(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .map(rule -> rule.getImpact() + " " + rule.getId() + ": " + rule.getHelp() + " at "
                        + rule.getNodes().stream()
                                .map(node -> node.getFailureSummary() + " " + node.getTarget())
                                .limit(3)
                                .toList())
                .toList();
    }
}
