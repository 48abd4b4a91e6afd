-- Vectors of the words of workouts. Atlas does not look at extensions: this file is written by hand.
CREATE EXTENSION IF NOT EXISTS vector;
