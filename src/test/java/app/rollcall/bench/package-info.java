/** How fast it is, instead of whether it is right: measured on a durable database, and held against a bound. */
package app.rollcall.bench;
