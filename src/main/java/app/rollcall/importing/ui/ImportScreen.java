package app.rollcall.importing.ui;

import app.rollcall.job.ui.JobScreen;
import org.springframework.stereotype.Component;

/** Leads from the tray to an import's page. */
@Component
class ImportScreen implements JobScreen {

    @Override
    public String kind() {
        return "import";
    }

    @Override
    public String path(long job) {
        return ImportView.PATH + "/" + job;
    }
}
