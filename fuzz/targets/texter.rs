//! libFuzzer's bytes as a text of the nämnd's own.

#![no_main]
#![expect(
    clippy::disallowed_methods,
    reason = "the macro writes a file when libFuzzer asks it to"
)]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| evb_fuzz::texter(bytes));
