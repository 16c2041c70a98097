package app.rollcall.importing.ui;

import app.rollcall.importing.ImportId;
import app.rollcall.job.ui.JobNavigation;
import org.springframework.stereotype.Component;

/** Leads from the tray to an import's page. */
@Component
class ImportScreen implements JobNavigation {

    @Override
    public String kind() {
        return "import";
    }

    @Override
    public String path(long job) {
        return ImportView.path(new ImportId(job));
    }
}
