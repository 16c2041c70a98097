package app.rollcall.job;

import app.rollcall.database.Nodes;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where this node is the only one there can be, whatever is picked as it starts was picked by its killed former self: that
 * is free at once, instead of after missed heartbeats (rule R10). With many nodes the picker may well be alive.
 */
@Component
@DependsOnDatabaseInitialization
class FormerSelf implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(FormerSelf.class);

    private final Nodes nodes;
    private final DataSource dataSource;

    FormerSelf(Nodes nodes, DataSource dataSource) {
        this.nodes = nodes;
        this.dataSource = dataSource;
    }

    /** Before db-scheduler looks for work, which it does once the context is ready. */
    @Override
    public void afterSingletonsInstantiated() {
        if (nodes == Nodes.MANY) {
            return;
        }
        int freed = JdbcClient.create(dataSource).sql("""
                        UPDATE scheduled_tasks SET picked = false, picked_by = NULL, last_heartbeat = NULL,
                          execution_time = clock_timestamp(), version = version + 1
                        WHERE picked
                        """).update();
        if (freed > 0) {
            log.info("Work that was cut off goes on: {}", freed);
        }
    }
}
