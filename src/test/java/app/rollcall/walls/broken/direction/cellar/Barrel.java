package app.rollcall.walls.broken.direction.cellar;

record Barrel(int litres) {}
