//! Whether small counts stay hidden, asked by somebody who does not know how
//! they were hidden.

mod example;
mod guess;
mod optimum;
mod quarter;
mod safety;
mod tables;
