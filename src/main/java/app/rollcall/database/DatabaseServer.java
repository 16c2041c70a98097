package app.rollcall.database;

/** The server behind all connections: one of our own, started and stopped with the application, or an outside one. */
interface DatabaseServer extends AutoCloseable {

    DatabaseAddress address();

    Nodes nodes();

    /** Stops it if it is ours. Every connection is closed before. */
    @Override
    void close();

    /** A server that others care for. */
    record Outside(DatabaseAddress address) implements DatabaseServer {

        @Override
        public Nodes nodes() {
            return Nodes.MANY;
        }

        @Override
        public void close() {
            // Not ours to stop.
        }
    }
}
