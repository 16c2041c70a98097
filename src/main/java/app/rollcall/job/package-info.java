/**
 * Work that must survive the browser, the process and the machine. A job is a row; db-scheduler takes it up on any node,
 * and a fence in every commit makes sure that only the latest run writes. What it has done is what is committed.
 */
@NullMarked
package app.rollcall.job;

import org.jspecify.annotations.NullMarked;
