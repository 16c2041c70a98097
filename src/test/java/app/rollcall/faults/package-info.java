/** What happens when the process, the database or a connection goes away at the worst moment. */
package app.rollcall.faults;
