/** Rollcall as people meet it: the packaged jar as a process of its own, and real browsers in front of it. */
package app.rollcall.journeys;
