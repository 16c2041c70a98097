package app.rollcall.database;

import java.util.Map;

/** How the embedded PostgreSQL is set up: safe first (what is committed stays), and quick on a small computer. */
final class EmbeddedSettings {

    /** Given to initdb. C.UTF-8 of the built-in provider sorts and folds alike on every system, so indexes move with the folder. */
    static final Map<String, String> INIT = Map.of(
            "locale-provider", "builtin",
            "builtin-locale", "C.UTF-8",
            "locale", "C",
            "auth-local", "scram-sha-256",
            "auth-host", "scram-sha-256");

    /** Given to the server at each start. The starter switches fsync off; these come after it and win. */
    static final Map<String, String> SERVER = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("wal_compression", "on"),
            Map.entry("max_wal_size", "4GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("work_mem", "16MB"),
            Map.entry("maintenance_work_mem", "128MB"),
            Map.entry("max_connections", "100"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"),
            // A big import changes what the planner must know: look after tables sooner than at a fifth of their rows.
            Map.entry("autovacuum_vacuum_scale_factor", "0.1"),
            Map.entry("autovacuum_analyze_scale_factor", "0.05"),
            Map.entry("autovacuum_naptime", "15s"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("logging_collector", "on"),
            Map.entry("log_directory", "log"),
            Map.entry("log_filename", "postgresql-%a.log"),
            Map.entry("log_truncate_on_rotation", "on"),
            Map.entry("log_rotation_age", "1d"),
            Map.entry("log_checkpoints", "off"));

    private EmbeddedSettings() {}
}
